import { OFFICE_ZONE } from './month'

const WEEKDAYS = '日一二三四五六'

/** `2026-03-05` → `3月5日`. */
export function shortDate(date: string): string {
  const [, month, day] = date.split('-').map(Number)
  return month && day ? `${month}月${day}日` : date
}

/** `2026-03-05` → `3月5日 星期四`. */
export function longDate(date: string): string {
  const weekday = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]
  return weekday ? `${shortDate(date)} 星期${weekday}` : date
}

function zoned(instant: string | number, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return ''
  return new Intl.DateTimeFormat('sv-SE', { timeZone: OFFICE_ZONE, ...options }).format(date)
}

/** An instant as `2026-03-05 14:30` in the office's zone. */
export function dateTime(instant: string | number): string {
  return zoned(instant, { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })
}

/** An instant as `14:30` in the office's zone. */
export function clock(instant: string | number): string {
  return zoned(instant, { hour: '2-digit', minute: '2-digit' })
}

/** `今天 14:30`, or the full date when it was another day. */
export function whenFrom(instant: string | number, today: string): string {
  const text = dateTime(instant)
  return text.startsWith(today) ? `今天 ${text.slice(11)}` : text
}

/** Bytes as `1.2 MB`, for people. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
