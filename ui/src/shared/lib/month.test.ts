import { describe, expect, it } from 'vitest'
import { addMonths, isMonth, monthLabel, monthOfDate, todayIn } from './month'

describe('months', () => {
  it('crosses years in both directions', () => {
    expect(addMonths('2026-11', 2)).toBe('2027-01')
    expect(addMonths('2026-01', -1)).toBe('2025-12')
    expect(addMonths('2026-03', -27)).toBe('2023-12')
    expect(addMonths('2026-05', 0)).toBe('2026-05')
  })

  it('accepts real months only', () => {
    expect(isMonth('2026-12')).toBe(true)
    for (const wrong of ['2026-13', '2026-00', '2026-1', '', null, 202601]) expect(isMonth(wrong)).toBe(false)
  })

  it('is spoken without a leading zero', () => expect(monthLabel('2026-03')).toBe('2026年3月'))

  it('takes the day from the office, not from the machine', () => {
    expect(todayIn(new Date('2026-02-28T16:30:00Z'))).toBe('2026-03-01')
    expect(monthOfDate(todayIn(new Date('2026-02-28T15:59:00Z')))).toBe('2026-02')
  })
})
