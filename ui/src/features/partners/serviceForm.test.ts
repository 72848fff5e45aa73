import { describe, expect, it } from 'vitest'
import type { Partner, ServiceView } from '@/bindings'
import { checkService, serviceArguments, serviceValues } from './serviceForm'

const today = '2026-11-20'
const partner = { id: 'p', name: '孙玥', community_id: 'c' } as Partner

describe('the form of a service record', () => {
  it('begins with the partner it is opened from, and asks for hours', () => {
    const values = serviceValues(null, partner, null, today)
    expect([values.date, values.community_id, values.shares.map(({ name }) => name)]).toEqual([today, 'c', ['孙玥']])
    expect(Object.keys(checkService(values, today))).toEqual(['content', 'shares'])
    const filled = { ...values, content: '义诊', shares: [{ partner_id: 'p', name: '孙玥', hours: '1.5' }] }
    expect(checkService(filled, today)).toEqual({})
    expect(checkService({ ...filled, date: '2026-11-21' }, today).date).toBeTruthy()
    expect(serviceArguments(filled, null, 0)).toMatchObject({
      satisfaction: null,
      confirmed_on: null,
      shares: [{ partner_id: 'p', minutes: 90 }],
    })
  })
  it('keeps minutes that were only shown rounded', () => {
    const service = {
      id: 's',
      date: today,
      community_id: null,
      place: '',
      content: '义诊',
      people_served: 6,
      satisfaction: 5,
      confirmed_by: '刘静',
      confirmed_on: today,
      note: '',
    }
    const view = {
      service,
      community: null,
      shares: [{ partner_id: 'p', partner_name: '孙玥', minutes: 50 }],
    } as unknown as ServiceView
    const values = serviceValues(view, null, null, today)
    expect(values.shares[0]?.hours).toBe('0.8')
    expect(serviceArguments(values, view, 2)).toMatchObject({
      id: 's',
      version: 2,
      satisfaction: 5,
      shares: [{ minutes: 50 }],
    })
    const hour = values.shares.map((share) => ({ ...share, hours: '1' }))
    expect(serviceArguments({ ...values, shares: hour }, view, 2).shares).toEqual([{ partner_id: 'p', minutes: 60 }])
  })
})
