import type { RegisterOutcome, RegisterPreview, ReturnRow } from '@/bindings'
import { call } from '@/platform/api'
import { change } from '@/shared/lib/change'
import type { ImportSource } from '@/shared/lib/importing'
import { t } from '@/shared/strings'
import { changesAnything, choicesOf, obstacle } from './importing'

/** How many returns came, and how many are expected. */
export function receivedOf(rows: readonly ReturnRow[]): { received: number; expected: number } {
  return { received: rows.filter(({ received }) => received !== null).length, expected: rows.length }
}

/** Returns as something to import; `wanted` is the month, and the committee where one is chosen. */
export function returnSource(
  wanted: () => { month: string; committee_id?: string },
): ImportSource<RegisterPreview, RegisterOutcome> {
  return {
    pickTitle: t('registers.returns.pickTitle'),
    read: (file) => call('returns.importPreview', { file, ...wanted() }),
    apply: (file, { file_hash, conflicts }, { skip, chosen }) =>
      change('returns.importApply', {
        file,
        file_hash,
        ...wanted(),
        skip_wrong: skip,
        choices: choicesOf(conflicts, chosen),
      }),
    obstacle,
    changes: changesAnything,
  }
}
