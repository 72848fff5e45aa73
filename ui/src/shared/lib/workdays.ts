import type { CalendarYear } from '@/bindings'
import { call } from '@/platform/api'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useActivity } from './activity'
import { weekdayOf } from './dateEntry'
import { concerns } from './things'

/** What a day is by the published arrangement: a holiday with its name, a weekend day that is worked, or neither. */
export type DayMark = { is: 'off'; name: string } | { is: 'worked' }

export function markOf(years: readonly CalendarYear[], day: string): DayMark | null {
  for (const { pack } of years) {
    if (pack.working.includes(day)) return { is: 'worked' }
    const holiday = pack.off.find(({ from, to }) => from <= day && day <= to)
    if (holiday) return { is: 'off', name: holiday.name }
  }
  return null
}

/** Whether nobody works on `day`: a holiday, or a weekend day that is not worked. */
export function isDayOff(years: readonly CalendarYear[], day: string): boolean {
  const mark = markOf(years, day)
  return mark ? mark.is === 'off' : weekdayOf(day) >= 6
}

/** The office's holidays and worked weekends, read when the first date field asks. */
export const useWorkdays = defineStore('workdays', () => {
  const years = shallowRef<readonly CalendarYear[]>([])
  const activity = useActivity()
  let asked = false

  /** Marks are a help: where they cannot be read, days can be chosen all the same. */
  async function load(): Promise<void> {
    if (asked) return
    asked = true
    years.value = await call('calendar.list', {}).catch(() => [])
  }

  activity.onSaved((changed) => {
    if (!asked || !concerns(changed, ['calendar.list'])) return
    asked = false
    void load()
  })
  const mark = computed(() => (day: string) => markOf(years.value, day))
  const off = computed(() => (day: string) => isDayOff(years.value, day))
  return { load, mark, off }
})
