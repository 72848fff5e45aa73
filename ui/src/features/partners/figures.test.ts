import { describe, expect, it } from 'vitest'
import { rateText, spanOf } from './figures'

describe('figures of partners', () => {
  it('know the days of each preset', () => {
    expect(spanOf('quarter', '2026-11-20')).toEqual({ from: '2026-10-01', to: '2026-11-20' })
    expect(spanOf('lastYear', '2026-11-20')).toEqual({ from: '2025-01-01', to: '2025-12-31' })
    expect(spanOf('month', '2026-02-03').from).toBe('2026-02-01')
  })
  it('print a rate with what it is made of', () => {
    expect([rateText({ part: 3, whole: 4 }), rateText({ part: 0, whole: 0 })]).toEqual(['75.0%（3 / 4）', '—'])
  })
})
