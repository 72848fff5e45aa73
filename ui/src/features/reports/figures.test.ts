import { describe, expect, it } from 'vitest'
import type { Figure } from '@/bindings'
import { cardOf, percent, screenOf, trendOf } from './figures'

const figure: Figure = {
  label: '按时办结率',
  unit: '项',
  numerator: 23,
  denominator: 28,
  previous: [22, 28],
  definition: '',
  sheet: '交办事项',
  lower_is_better: false,
}

describe('figures of the leaders’ page', () => {
  it('say the share with its parts', () => {
    expect(percent(23, 28)).toBe('82.1')
    expect(percent(28, 28)).toBe('100.0')
    expect(percent(0, 0)).toBe('')
    expect(cardOf(figure)).toMatchObject({
      value: '23 / 28',
      rate: '82.1%',
      before: '上期 22 / 28',
      to: '/assignments',
    })
  })

  it('know better from worse', () => {
    expect(trendOf(figure)).toBe('better')
    expect(trendOf({ ...figure, numerator: 22 })).toBe('same')
    const late: Figure = { ...figure, numerator: 3, denominator: null, previous: [1, null], lower_is_better: true }
    expect(trendOf(late)).toBe('worse')
    expect(trendOf({ ...late, numerator: 0 })).toBe('better')
    expect(trendOf({ ...late, previous: null })).toBe('same')
  })

  it('lead to their records', () => {
    expect(screenOf('成员单位')).toBe('/units')
    expect(screenOf(null)).toBe('/reports')
  })
})
