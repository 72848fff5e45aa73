import type { ItemKind, ItemSource, MeetingItem, SaveItem } from '@/bindings'
import type { Problems } from '@/shared/lib/form'
import { t } from '@/shared/strings'

const LONGEST_TITLE = 200

/** What the form of a topic holds. */
export interface ItemValues {
  kind: ItemKind
  title: string
  source: ItemSource
  proposer: string
  speaker: string
  background: string
}

export function itemValues(item: MeetingItem | null): ItemValues {
  return {
    kind: item?.kind ?? 'topic',
    title: item?.title ?? '',
    source: item?.source ?? 'office',
    proposer: item?.proposer ?? '',
    speaker: item?.speaker ?? '',
    background: item?.background ?? '',
  }
}

export function checkItem(values: ItemValues): Problems<ItemValues> {
  const title = values.title.trim()
  if (!title) return { title: t('meetings.item.missing') }
  return [...title].length > LONGEST_TITLE ? { title: t('meetings.item.tooLong') } : {}
}

/** The whole item to save, of which the form or the record changes a part. */
export function itemArguments(
  meeting: string,
  item: MeetingItem | null,
  version: number,
  change: Partial<SaveItem>,
): SaveItem {
  const { discussion, decision } = item ?? { discussion: '', decision: '' }
  return {
    ...(item ? { id: item.id } : {}),
    version,
    meeting_id: meeting,
    ...itemValues(item),
    discussion,
    decision,
    ...change,
  }
}

/** The order after moving one item up or down; `null` at the edge. */
export function reordered(ids: readonly string[], id: string, by: 1 | -1): string[] | null {
  const from = ids.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || to >= ids.length) return null
  const next = ids.filter((each) => each !== id)
  next.splice(to, 0, id)
  return next
}
