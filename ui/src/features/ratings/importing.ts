import type { ColumnChoice, ScoresOutcome, ScoresPreview } from '@/bindings'
import { longChange } from '@/shared/lib/change'
import type { ImportDecisions, ImportSource } from '@/shared/lib/importing'
import { longCall } from '@/shared/lib/longWork'
import { isUnread } from '@/shared/lib/mapping'
import { t } from '@/shared/strings'

/** Whether it names places that are not registered. */
export const makesPlaces = ({ buildings_to_create, stairwells_to_create }: ScoresPreview) =>
  buildings_to_create.length + stairwells_to_create.length > 0

/** What still stands between a preview and the import, as one sentence; none when it can go ahead. */
export function obstacle(preview: ScoresPreview, { create, skip }: ImportDecisions): string | null {
  if (isUnread(preview.mapping)) return t('importing.unread')
  if (makesPlaces(preview) && !create) return t('ratings.importing.createNeeded')
  return preview.wrong_rows > 0 && !skip ? t('importing.faults') : null
}

/** What was chosen beside the file. */
export interface ScoresAsked {
  /** The period; none for the one of the month that the sheets name. */
  period: string | null
  /** The headings put right so far. */
  columns: ColumnChoice[]
}

/** Score sheets as something to import. */
export function scoresSource(asked: () => ScoresAsked): ImportSource<ScoresPreview, ScoresOutcome> {
  const chosen = () => {
    const { period, columns } = asked()
    return { columns, ...(period === null ? {} : { period_id: period }) }
  }
  return {
    pickTitle: t('ratings.importing.pickTitle'),
    read: (file) =>
      longCall(t('importing.previewing', { name: file.name }), 'ratings.previewScores', { file, ...chosen() }),
    apply: (file, { file_hash }, { create, skip }) =>
      longChange(t('importing.applying', { name: file.name }), 'ratings.importScores', {
        file,
        file_hash,
        ...chosen(),
        create_places: create,
        skip_wrong: skip,
      }),
    obstacle,
    changes: (preview) =>
      isUnread(preview.mapping) || preview.sheets.created + preview.sheets.changed > 0 || makesPlaces(preview),
  }
}

/** What an import did, in one sentence. */
export function outcomeText({
  sheets,
  communities_created,
  compounds_created,
  buildings_created,
  stairwells_created,
  skipped_rows,
}: ScoresOutcome): string {
  const { created, changed, unchanged } = sheets
  const counts = {
    created,
    changed,
    unchanged,
    communities: communities_created,
    compounds: compounds_created,
    buildings: buildings_created,
    stairwells: stairwells_created,
  }
  return (
    t('ratings.importing.outcome', counts) + (skipped_rows > 0 ? t('importing.skipped', { count: skipped_rows }) : '')
  )
}
