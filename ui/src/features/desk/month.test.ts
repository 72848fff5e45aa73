import { describe, expect, it } from 'vitest'
import type { CommitteeMonth } from '@/bindings'
import { monthLines, monthParts } from './month'

const month: CommitteeMonth = {
  committee_id: 'c1',
  committee: '听雨',
  duty: ['区民政局'],
  state: null,
  meeting_id: null,
  date: null,
}

describe('the month of the committees', () => {
  it('counts what should be and what was held', () => {
    const { due, held, lines } = monthLines([
      month,
      { ...month, state: 'archived', meeting_id: 'm1', date: '2026-11-05' },
      { ...month, state: 'notified', meeting_id: 'm2', date: '2026-11-26' },
      { ...month, duty: [] },
    ])
    expect([due, held]).toEqual([3, 1])
    expect(lines[2]).toMatchObject({ word: '11月26日', to: '/meetings/m2' })
    expect(lines[0]).toMatchObject({ word: '未安排', to: { path: '/meetings', query: { new: 'c1' } } })
  })

  it('divides the assignments without counting one twice', () => {
    const parts = monthParts({
      figures: {
        due: 28,
        closed: { part: 20, whole: 28 },
        on_time: { part: 19, whole: 28 },
        late: { part: 1, whole: 28 },
      },
      soon: 3,
    })
    expect(parts.map(({ value }) => value)).toEqual([20, 4, 3, 1])
    expect(parts.reduce((sum, { value }) => sum + value, 0)).toBe(28)
  })
})
