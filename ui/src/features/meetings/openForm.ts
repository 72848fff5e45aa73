import type { Problems } from '@/shared/lib/form'
import { t } from '@/shared/strings'

/** What the form of a new meeting holds. */
export interface OpeningValues {
  committee_id: string | null
  month: string | null
  date: string | null
  time: string
  kind: string
  extraordinary: boolean
}

/** An hour of the day as `14:30`. */
export const isTime = (text: string): boolean => /^([01]?\d|2[0-3]):[0-5]\d$/.test(text)

export function checkOpening(values: OpeningValues): Problems<OpeningValues> {
  const problems: Problems<OpeningValues> = {}
  const missing = (field: 'committee' | 'month' | 'date') =>
    t('meetings.opening.missing', { label: t(`meetings.opening.${field}`) })
  if (!values.committee_id) problems.committee_id = missing('committee')
  if (!values.month) problems.month = missing('month')
  if (!values.date) problems.date = missing('date')
  if (!isTime(values.time)) problems.time = t('meetings.opening.wrongTime')
  return problems
}
