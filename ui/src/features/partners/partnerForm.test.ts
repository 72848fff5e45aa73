import { describe, expect, it } from 'vitest'
import { argumentsOf, checkPartner, valuesOf } from './partnerForm'

describe('the form of a partner', () => {
  it('asks a merchant for the discount and one who serves for a term', () => {
    const values = { ...valuesOf(null, null), name: '听雨面馆', kind: 'merchant' as const, state: 'appointed' as const }
    expect(Object.keys(checkPartner(values))).toEqual(['discount', 'term_from', 'term_to'])
    expect(checkPartner({ ...values, discount: '九折', term_from: '2026-01', term_to: '2027-12' })).toEqual({})
  })
  it('says where a new one stands, and sends a number only when it differs', () => {
    const sent = argumentsOf({ ...valuesOf(null, 'c1'), name: '孙玥' }, null, 0, '2026-11-20')
    expect(sent.begins).toEqual({ state: 'recruited', date: '2026-11-20', term_from: null, term_to: null })
    expect([sent.community_id, 'number' in sent, 'since' in sent]).toEqual(['c1', false, false])
    const numbered = argumentsOf({ ...valuesOf(null, null), number: ' 12 号 ' }, null, 0, '2026-11-20')
    expect(numbered.number).toBe('12 号')
  })
})
