import { describe, expect, it } from 'vitest'
import type { OpeningRow } from '@/bindings'
import { checkOpening, earlierMonths, lastMonth, openingOf, openingValues } from './openingForm'

const row: OpeningRow = {
  committee_id: 'c',
  committee: '听雨社区“大党委”',
  kept_from: '2026-10',
  next_session: 3,
  next_issue: 4,
  served: [
    { month: '2026-08', unit_id: 'b', unit: '乙' },
    { month: '2026-08', unit_id: 'a', unit: '甲' },
  ],
}

describe('期初', () => {
  it('ends before the program’s own turns, and never after this month', () => {
    expect(lastMonth(row, '2026-11')).toBe('2026-09')
    expect(lastMonth({ ...row, kept_from: null }, '2026-11')).toBe('2026-11')
    expect(lastMonth({ ...row, kept_from: '2027-03' }, '2026-11')).toBe('2026-11')
  })

  it('shows a year, and every month entered before it', () => {
    const { months } = openingValues(row, '2026-11')
    expect([months.length, months[0]?.month, months.at(-1)?.month]).toEqual([12, '2025-10', '2026-09'])
    const old = openingValues(
      { ...row, served: [{ month: '2024-01', unit_id: 'a', unit: '甲' }, ...row.served] },
      '2026-11',
    )
    expect(old.months[0]).toEqual({ month: '2024-01', unit_ids: ['a'] })
    expect(
      earlierMonths(openingValues(row, '2026-11'))
        .map(({ month }) => month)
        .at(-1),
    ).toBe('2025-09')
  })

  it('sends only what differs, in whatever order the units were picked', () => {
    const values = openingValues(row, '2026-11')
    const pick = (month: string, unit_ids: string[]) =>
      values.months.splice(
        0,
        values.months.length,
        ...values.months.map((each) => (each.month === month ? { month, unit_ids } : each)),
      )
    pick('2026-08', ['a', 'b'])
    expect(openingOf(values, row, 2026)).toEqual({ committee_id: 'c', year: 2026, months: [] })
    pick('2026-09', ['a'])
    pick('2026-08', [])
    values.next_issue = 9
    expect(openingOf(values, row, 2026)).toEqual({
      committee_id: 'c',
      year: 2026,
      months: [
        { month: '2026-08', unit_ids: [] },
        { month: '2026-09', unit_ids: ['a'] },
      ],
      next_issue: 9,
    })
  })

  it('never gives a number again', () => {
    expect(checkOpening(openingValues(row, '2026-11'), row)).toEqual({})
    expect(
      Object.keys(checkOpening({ ...openingValues(row, '2026-11'), next_session: 2, next_issue: null }, row)),
    ).toEqual(['next_session', 'next_issue'])
  })
})
