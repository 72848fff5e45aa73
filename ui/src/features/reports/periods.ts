import type { SummaryQuery } from '@/bindings'
import { monthOf, partsOf, type Month } from '@/shared/lib/month'

/** How far back a summary goes from its month. */
export type Period = 'month' | 'quarter' | 'year'

/** The summary of a month, or of its quarter or year so far; of one committee or of all. */
export function summaryOf(period: Period, month: Month, committeeId: string | null): SummaryQuery {
  return { month, from: firstOf(period, month), committee_ids: committeeId === null ? [] : [committeeId] }
}

function firstOf(period: Period, month: Month): Month {
  const { year, month: number } = partsOf(month)
  const first = { month: number, quarter: number - ((number - 1) % 3), year: 1 }
  return monthOf(year, first[period])
}
