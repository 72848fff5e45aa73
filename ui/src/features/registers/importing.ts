import type {
  ChoiceKey,
  ColumnChoice,
  RegisterChoice,
  RegisterConflict,
  RegisterKind,
  RegisterOutcome,
  RegisterPreview,
} from '@/bindings'
import { longChange } from '@/shared/lib/change'
import type { ImportDecisions, ImportSource } from '@/shared/lib/importing'
import { longCall } from '@/shared/lib/longWork'
import { isUnread } from '@/shared/lib/mapping'
import { t } from '@/shared/strings'

/** What a screen remembers a choice under; the core gets the key itself back. */
export const wordOf = (key: ChoiceKey): string => JSON.stringify(key)

/** The choices as the core takes them; what nothing was chosen for is left out. */
export function choicesOf(
  conflicts: readonly Pick<RegisterConflict, 'key'>[],
  chosen: Readonly<Record<string, string>>,
): RegisterChoice[] {
  return conflicts.flatMap(({ key }) => {
    const value = chosen[wordOf(key)]
    return value === undefined ? [] : [{ key, value }]
  })
}

/** What still stands between a preview and the import, as one sentence; none when it can go ahead. */
export function obstacle(preview: RegisterPreview, { chosen, create, skip }: ImportDecisions): string | null {
  if (isUnread(preview.sheets)) return t('importing.unread')
  const open = preview.conflicts.length - choicesOf(preview.conflicts, chosen).length
  if (open > 0) return t('importing.undecided', { count: open })
  if (preview.missing.length > 0 && !create) return t('registers.importing.createNeeded')
  return preview.wrong_rows > 0 && !skip ? t('importing.faults') : null
}

/** Whether an import would change anything; one that could not be read yet may. */
export function changesAnything(preview: RegisterPreview): boolean {
  const { counts, missing, sheets } = preview
  return isUnread(sheets) || missing.length > 0 || counts.some(({ count }) => count.created + count.changed > 0)
}

/** A register as something to import; `columns` are the headings put right so far. */
export function registerSource(
  register: RegisterKind,
  columns: () => ColumnChoice[],
): ImportSource<RegisterPreview, RegisterOutcome> {
  return {
    pickTitle: t('registers.importing.pickTitle'),
    read: (file) =>
      longCall(t('importing.previewing', { name: file.name }), 'registers.importPreview', {
        register,
        file,
        columns: columns(),
      }),
    apply: (file, { file_hash, conflicts, likely_one }, { create, skip, chosen }) =>
      longChange(t('importing.applying', { name: file.name }), 'registers.importApply', {
        register,
        file,
        file_hash,
        columns: columns(),
        create_missing: create,
        skip_wrong: skip,
        choices: choicesOf([...conflicts, ...likely_one], chosen),
      }),
    obstacle,
    changes: changesAnything,
  }
}

/** What an import did, in one sentence. */
export function outcomeText({ counts, created, skipped_rows }: RegisterOutcome): string {
  const told = counts.map(({ thing, count }) =>
    t('registers.importing.outcome', {
      thing,
      created: count.created,
      changed: count.changed,
      unchanged: count.unchanged,
    }),
  )
  const made = created.map(({ thing, names }) =>
    t('registers.importing.outcomeCreated', { thing, count: names.length }),
  )
  return `${[...told, ...made].join('；')}。${skipped_rows > 0 ? t('importing.skipped', { count: skipped_rows }) : ''}`
}
