import { describe, expect, it } from 'vitest'
import type { CalendarYear } from '@/bindings'
import { isDayOff, markOf } from './workdays'

const pack = {
  year: 2026,
  source: '',
  off: [{ name: '国庆节', from: '2026-10-01', to: '2026-10-07' }],
  working: ['2026-09-20', '2026-10-10'],
}
const years = [{ year: 2026, pack }] as unknown as CalendarYear[]

describe('days off', () => {
  it('are the holidays, with their name', () => {
    expect(markOf(years, '2026-10-01')).toEqual({ is: 'off', name: '国庆节' })
    expect(markOf(years, '2026-10-07')).toEqual({ is: 'off', name: '国庆节' })
    expect(markOf(years, '2026-10-08')).toBeNull()
    expect(isDayOff(years, '2026-10-05')).toBe(true)
  })

  it('are weekends, unless they are worked', () => {
    expect(isDayOff(years, '2026-12-05')).toBe(true)
    expect(isDayOff(years, '2026-12-07')).toBe(false)
    expect(markOf(years, '2026-10-10')).toEqual({ is: 'worked' })
    expect(isDayOff(years, '2026-10-10')).toBe(false)
  })

  it('are weekends alone in a year that is not published', () => {
    expect(isDayOff([], '2027-10-01')).toBe(false)
    expect(isDayOff([], '2027-10-02')).toBe(true)
  })
})
