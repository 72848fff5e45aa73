import type { OpeningMonth, OpeningRow, OpeningTurn, SaveOpening } from '@/bindings'
import { addMonths, type Month } from '@/shared/lib/month'
import type { Problems } from '@/shared/lib/form'
import { t } from '@/shared/strings'

/** What the form of one committee's 期初 holds; numbers may be empty for a moment. */
export interface OpeningValues {
  months: OpeningMonth[]
  next_session: number | null
  next_issue: number | null
}

export const MONTHS_SHOWN = 12

/** The last month that can be entered: before the program's own turns, and not later than now. */
export function lastMonth(row: OpeningRow, thisMonth: Month): Month {
  const before = row.kept_from ? addMonths(row.kept_from, -1) : thisMonth
  return before < thisMonth ? before : thisMonth
}

const unitsIn = (served: readonly OpeningTurn[], month: Month) =>
  served.filter((turn) => turn.month === month).map((turn) => turn.unit_id)

/** So many months up to the last one, and every earlier month that was entered before; oldest first. */
export function openingValues(row: OpeningRow, thisMonth: Month): OpeningValues {
  const last = lastMonth(row, thisMonth)
  const first = addMonths(last, 1 - MONTHS_SHOWN)
  const earliest = row.served[0]?.month
  const months = monthsFrom(earliest && earliest < first ? earliest : first, last)
  return {
    months: months.map((month) => ({ month, unit_ids: unitsIn(row.served, month) })),
    next_session: row.next_session,
    next_issue: row.next_issue,
  }
}

function monthsFrom(first: Month, last: Month): Month[] {
  const months: Month[] = []
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month)
  return months
}

/** The months before those in the form. */
export function earlierMonths(values: OpeningValues): OpeningMonth[] {
  const first = values.months[0]?.month
  if (!first) return []
  return monthsFrom(addMonths(first, -MONTHS_SHOWN), addMonths(first, -1)).map((month) => ({ month, unit_ids: [] }))
}

export function checkOpening(values: OpeningValues, row: OpeningRow): Problems<OpeningValues> {
  const problems: Problems<OpeningValues> = {}
  for (const field of ['next_session', 'next_issue'] as const) {
    if (values[field] === null || values[field] < row[field])
      problems[field] = t('settings.opening.tooSmall', { least: row[field] })
  }
  return problems
}

/** Only what differs, so that months nobody touched stay as they are. */
export function openingOf(values: OpeningValues, row: OpeningRow, year: number): SaveOpening {
  const same = (month: OpeningMonth) =>
    [...month.unit_ids].sort().join() === unitsIn(row.served, month.month).sort().join()
  const number = (field: 'next_session' | 'next_issue') =>
    values[field] !== null && values[field] !== row[field] ? { [field]: values[field] } : {}
  return {
    committee_id: row.committee_id,
    year,
    months: values.months.filter((month) => !same(month)),
    ...number('next_session'),
    ...number('next_issue'),
  }
}
