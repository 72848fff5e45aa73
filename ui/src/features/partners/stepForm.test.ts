import { describe, expect, it } from 'vitest'
import type { Partner } from '@/bindings'
import { checkStep, stepArguments, stepValues } from './stepForm'

const partner = { id: 'p', version: 3, number: '云溪合聘〔2026〕1号', term_to: '2026-12' } as Partner
const newcomer = { ...partner, number: '', term_to: null }

describe('a step', () => {
  it('follows the last term when renewed, and asks for one when there is none', () => {
    const values = stepValues([partner], 'renewed')
    expect(values.way).toBe('following')
    expect(checkStep(values, 'renewed')).toEqual({})
    expect(stepArguments(values, [partner], 'renewed')).toEqual({
      partners: [{ id: 'p', version: 3 }],
      state: 'renewed',
      term_from: null,
      term_to: null,
      note: '',
      years: 2,
    })
    const first = stepValues([newcomer], 'appointed')
    expect(first.give_number).toBe(true)
    expect(Object.keys(checkStep(first, 'appointed'))).toEqual(['term_from', 'term_to'])
  })
  it('wants a reason for leaving, and real dates', () => {
    const values = stepValues([partner], 'left')
    expect(checkStep(values, 'left').note).toBeTruthy()
    expect(checkStep({ ...values, note: '搬离', date: '2026.5' }, 'left').date).toBeTruthy()
  })
})
