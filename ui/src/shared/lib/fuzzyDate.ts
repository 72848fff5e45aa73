import { t } from '../strings'

/** Why a text is not a date of year, month or day precision; none when it is one, or empty. */
export function fuzzyDateProblem(text: string): string | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text.trim())
  if (!text.trim()) return undefined
  if (!match) return t('common.date.fuzzy')
  const [, year, month = '01', day = '01'] = match
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  const real = !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day)
  return real ? undefined : t('common.date.unreal')
}

/** `2023-05` → `2023年5月`, as precise as it was written. */
export function fuzzyDateText(text: string | null): string {
  const units = ['年', '月', '日']
  return (text ?? '')
    .split('-')
    .map((part, at) => (part ? `${Number(part)}${units[at]}` : ''))
    .join('')
}
