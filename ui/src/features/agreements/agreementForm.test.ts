import { describe, expect, it } from 'vitest'
import type { Agreement } from '@/bindings'
import { agreementArguments, agreementValues, checkAgreement, renewalValues } from './agreementForm'
import { quarterWord } from './words'

const agreement: Agreement = {
  id: 'a1',
  version: 2,
  committee_id: 'c1',
  unit_id: 'u1',
  unit_name: '农商银行',
  party_name: '中共听雨社区委员会',
  title: '共建协议书',
  content: '场地共享',
  signed_on: '2024-12-31',
  starts_on: '2025-01-01',
  expires_on: '2026-12-31',
  signer: '王堃',
  unit_signer: '孙玥',
  reports_quarterly: false,
  renews_id: null,
  ended_on: null,
  end_reason: '',
}

describe('the form of an agreement', () => {
  it('names what is missing', () => {
    expect(Object.keys(checkAgreement(agreementValues(null, null))).sort()).toEqual([
      'committee_id',
      'expires_on',
      'starts_on',
      'unit_id',
    ])
    expect(checkAgreement(agreementValues(agreement, null))).toEqual({})
    expect(checkAgreement({ ...agreementValues(agreement, null), expires_on: '2024-12-31' })).toHaveProperty(
      'expires_on',
    )
  })

  it('renews from the day after the end, still to be signed', () => {
    const values = renewalValues(agreement)
    expect(values).toMatchObject({
      starts_on: '2027-01-01',
      expires_on: null,
      signed_on: null,
      content: '场地共享',
      reports_quarterly: false,
    })
    const args = agreementArguments({ ...values, expires_on: '2028-12-31' }, undefined, 0, 'a1')
    expect(args).toMatchObject({ renews_id: 'a1', unit_id: 'u1' })
    expect(args).not.toHaveProperty('signed_on')
  })

  it('says a quarter in words', () => expect(quarterWord('2026-Q3')).toBe('2026年第三季度'))
})
