import type { NumberChoice, PartnerImported, PartnerPreview } from '@/bindings'
import { longChange } from '@/shared/lib/change'
import type { ImportDecisions, ImportSource } from '@/shared/lib/importing'
import { longCall } from '@/shared/lib/longWork'
import { t } from '@/shared/strings'

/** The choices as the core takes them; a number without one is left out. */
export function choicesOf(
  { conflicts }: Pick<PartnerPreview, 'conflicts'>,
  chosen: Readonly<Record<string, string>>,
): NumberChoice[] {
  return conflicts.flatMap(({ number }) => {
    const value = chosen[number]
    return value === undefined ? [] : [{ number, value }]
  })
}

/** What still stands between a preview and the import, as one sentence; none when it can go ahead. */
export function obstacle(preview: PartnerPreview, { chosen, create, skip }: ImportDecisions): string | null {
  const open = preview.conflicts.length - choicesOf(preview, chosen).length
  if (open > 0) return t('importing.undecided', { count: open })
  if (preview.communities_to_create.length > 0 && !create) return t('importing.createNeeded')
  return preview.wrong_rows > 0 && !skip ? t('importing.faults') : null
}

/** The register of partners. */
export const partnerRegister: ImportSource<PartnerPreview, PartnerImported> = {
  pickTitle: t('partners.importing.pickTitle'),
  read: (file) => longCall(t('importing.previewing', { name: file.name }), 'partners.importPreview', { file }),
  apply: (file, preview, { create, skip, chosen }) =>
    longChange(t('importing.applying', { name: file.name }), 'partners.importApply', {
      file,
      create_communities: create,
      skip_wrong: skip,
      choices: choicesOf(preview, chosen),
    }),
  obstacle,
  changes: ({ partners, communities_to_create }) =>
    partners.created + partners.changed + communities_to_create.length > 0,
}

/** What an import did, in one sentence. */
export function outcomeText({
  partners,
  communities_created,
  skipped_rows,
  numbers_left_out,
}: PartnerImported): string {
  const { created, changed, unchanged } = partners
  return [
    t('partners.importing.outcome', { created, changed, unchanged, communities: communities_created }),
    numbers_left_out > 0 ? t('partners.importing.leftOut', { count: numbers_left_out }) : '',
    skipped_rows > 0 ? t('importing.skipped', { count: skipped_rows }) : '',
  ].join('')
}
