/** A calendar month as `2026-03`; sorts as text. */
export type Month = string

/** The office works in China's one time zone, whatever the machine is set to. */
export const OFFICE_ZONE = 'Asia/Shanghai'

export function monthOf(year: number, month: number): Month {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
}

export function partsOf(month: Month): { year: number; month: number } {
  const [year, number] = month.split('-').map(Number)
  return { year: year ?? 0, month: number ?? 0 }
}

export function isMonth(text: unknown): text is Month {
  return typeof text === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
}

export function addMonths(month: Month, count: number): Month {
  const { year, month: number } = partsOf(month)
  const index = year * 12 + (number - 1) + count
  return monthOf(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1)
}

export function monthLabel(month: Month): string {
  const { year, month: number } = partsOf(month)
  return `${year}年${number}月`
}

/** Today in the office's zone as `2026-03-05`. */
export function todayIn(now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: OFFICE_ZONE }).format(now)
}

export function monthOfDate(date: string): Month {
  return date.slice(0, 7)
}
