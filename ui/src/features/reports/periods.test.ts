import { describe, expect, it } from 'vitest'
import { summaryOf } from './periods'

describe('periods of a summary', () => {
  it('go back to the first month of the quarter or year', () => {
    expect(summaryOf('month', '2026-11', null)).toEqual({ month: '2026-11', from: '2026-11', committee_ids: [] })
    expect(summaryOf('quarter', '2026-11', null)).toEqual({ month: '2026-11', from: '2026-10', committee_ids: [] })
    expect(summaryOf('quarter', '2026-03', null)).toEqual({ month: '2026-03', from: '2026-01', committee_ids: [] })
    expect(summaryOf('year', '2026-11', 'c1')).toEqual({ month: '2026-11', from: '2026-01', committee_ids: ['c1'] })
  })
})
