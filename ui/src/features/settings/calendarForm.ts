import type { CalendarYear, DaysOff } from '@/bindings'
import type { Problems } from '@/shared/lib/form'
import { t } from '@/shared/strings'

/** What the form of a year's holidays holds; dates are empty until picked. */
export interface YearValues {
  source: string
  off: { name: string; from: string | null; to: string | null }[]
  working: (string | null)[]
}

export function blankYear(year: number): CalendarYear {
  return { id: '', version: 0, year, pack: { year, source: '', off: [], working: [] } }
}

export function yearValues({ pack }: CalendarYear): YearValues {
  return { source: pack.source, off: pack.off.map((off) => ({ ...off })), working: [...pack.working] }
}

function problemOf(off: YearValues['off'][number], year: number): string | undefined {
  const { name, from, to } = off
  if (!name.trim() || !from || !to) return t('settings.calendar.nameMissing')
  if (to < from) return t('settings.calendar.rangeWrong', { name })
  const inYear = from.startsWith(`${year}-`) || to.startsWith(`${year}-`)
  return inYear ? undefined : t('settings.calendar.outside', { name, year })
}

export function checkYear(values: YearValues, year: number): Problems<YearValues> {
  const problem = values.off.map((off) => problemOf(off, year)).find(Boolean)
  return problem ? { off: problem } : {}
}

export function yearOf(values: YearValues, before: CalendarYear): CalendarYear {
  const off = values.off.map((each): DaysOff => ({ name: each.name.trim(), from: each.from ?? '', to: each.to ?? '' }))
  const working = values.working.filter((day): day is string => day !== null).sort()
  return {
    ...before,
    pack: { year: before.year, source: values.source, off: off.sort((a, b) => a.from.localeCompare(b.from)), working },
  }
}
