import type { Nominee, SaveNominee, SaveSelection, Selection, SelectionKind } from '@/bindings'
import type { Problems } from '@/shared/lib/form'
import { t } from '@/shared/strings'
import { points } from './points'

export interface SelectionValues {
  kind: SelectionKind
  title: string
  year: number | null
  community: string | null
  seats: number | null
  rating: number | null
  votes: number | null
  review: number | null
}

export function selectionValues(selection: Selection | null, year: number): SelectionValues {
  if (!selection)
    return { kind: 'buildings', title: '', year, community: null, seats: 10, rating: 50, votes: 30, review: 20 }
  const { kind, title, community_id, seats, rules } = selection
  return { kind, title, year: selection.year, community: community_id, seats, ...rules }
}

export function checkSelection({ rating, votes, review }: SelectionValues): Problems<SelectionValues> {
  const sum = (rating ?? 0) + (votes ?? 0) + (review ?? 0)
  return sum === 100 ? {} : { review: t('ratings.selection.sum', { sum }) }
}

export function selectionOf(values: SelectionValues, selection: Selection | null): SaveSelection {
  const { kind, title, year, community, seats, rating, votes, review } = values
  return {
    kind,
    title,
    year: year ?? 0,
    seats: seats ?? 0,
    rules: { rating: rating ?? 0, votes: votes ?? 0, review: review ?? 0 },
    ...(community ? { community_id: community } : {}),
    ...(selection ? { id: selection.id, version: selection.version } : { version: 0 }),
  }
}

export interface NomineeValues {
  object: string | null
  person: string
  by: string
  deeds: string
  votes: number | null
  review: string
  withdrawn: boolean
}

export function nomineeValues(nominee: Nominee | null): NomineeValues {
  if (!nominee) return { object: null, person: '', by: '', deeds: '', votes: null, review: '', withdrawn: false }
  const { object_id, person, nominated_by, deeds, votes, review, withdrawn } = nominee
  return { object: object_id, person, by: nominated_by, deeds, votes, review: points(review), withdrawn }
}

export function nomineeOf(values: NomineeValues, selection: Selection, nominee: Nominee | null): SaveNominee {
  const { object, person, by, deeds, votes, review, withdrawn } = values
  return {
    selection_id: selection.id,
    object_id: object ?? '',
    person,
    nominated_by: by,
    deeds,
    review,
    withdrawn,
    ...(votes === null ? {} : { votes }),
    ...(nominee ? { id: nominee.id, version: nominee.version } : { version: 0 }),
  }
}
