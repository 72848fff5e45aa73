import { describe, expect, it } from 'vitest'
import { endsText, hoursOf, minutesOf } from './words'

describe('words of partners', () => {
  it('show minutes as hours, and take hours as minutes', () => {
    expect([90, 45, 0, 20].map(hoursOf)).toEqual(['1.5', '0.8', '0', '0.3'])
    expect(['1.5', ' 2 ', '0．5', '', '两'].map(minutesOf)).toEqual([90, 120, 30, null, null])
  })
  it('say when a term ends, seen from today', () => {
    const ends = (state: 'appointed' | 'left', ends_on: string | null) => endsText({ state, ends_on }, '2026-11-20')
    expect(ends('appointed', '2026-11-30')).toContain('10 天')
    expect(ends('appointed', '2026-11-20')).toContain('今天')
    expect(ends('appointed', '2026-11-01')).toContain('已于 2026年11月1日')
    expect([ends('left', '2026-11-30'), ends('appointed', null)]).toEqual(['', ''])
  })
})
