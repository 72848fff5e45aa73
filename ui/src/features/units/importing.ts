import type { Conflict, ConflictChoice, ImportOutcome, ImportPreview } from '@/bindings'
import { call } from '@/platform/api'
import type { ImportDecisions, ImportSource } from '@/shared/lib/importing'
import { t } from '@/shared/strings'

/** What a conflict is remembered by. */
export const keyOf = (conflict: Conflict) => `${conflict.unit_name}\n${conflict.field}`

/** The choices as the core takes them; conflicts without one are left out. */
export function choicesOf(conflicts: readonly Conflict[], chosen: Readonly<Record<string, string>>): ConflictChoice[] {
  return conflicts.flatMap((conflict) => {
    const value = chosen[keyOf(conflict)]
    return value === undefined ? [] : [{ unit_name: conflict.unit_name, field: conflict.field, value }]
  })
}

/** What still stands between a preview and the import, as one sentence; none when it can go ahead. */
export function obstacle(preview: ImportPreview, { chosen, create, skip }: ImportDecisions): string | null {
  const open = preview.conflicts.length - choicesOf(preview.conflicts, chosen).length
  if (open > 0) return t('importing.undecided', { count: open })
  if (preview.communities_to_create.length > 0 && !create) return t('importing.createNeeded')
  if (preview.wrong_rows > 0 && !skip) return t('importing.faults')
  return null
}

/** Whether an import would change anything. */
export function changesAnything({ memberships, units, communities_to_create }: ImportPreview): boolean {
  return memberships.created + memberships.changed + units.created + units.changed + communities_to_create.length > 0
}

/** The ledger of member units. */
export const unitLedger: ImportSource<ImportPreview, ImportOutcome> = {
  command: 'units.importApply',
  pickTitle: t('units.importing.pickTitle'),
  read: (file) => call('units.importPreview', { file }),
  apply: (file, preview, { create, skip, chosen }) => call('units.importApply', { file, create_communities: create, skip_wrong: skip, choices: choicesOf(preview.conflicts, chosen) }),
  obstacle,
  changes: changesAnything,
}

/** What an import did, in one sentence. */
export function outcomeText({ memberships, units, communities_created, skipped_rows }: ImportOutcome): string {
  const counts = { seatsCreated: memberships.created, seatsChanged: memberships.changed, unitsCreated: units.created, unitsChanged: units.changed, communities: communities_created }
  return t('units.importing.outcome', counts) + (skipped_rows > 0 ? t('importing.skipped', { count: skipped_rows }) : '')
}
