import { expect, it } from 'vitest'
import { papersOf } from './papers'

it('people get a 聘书, units and shops a 授牌 and an agreement; a mixed lot only what all may have', () => {
  const person = { kind: 'expert', state: 'appointed' } as const
  const shop = { kind: 'merchant', state: 'renewed' } as const
  expect(papersOf([person])).toEqual(['partner_certificate', 'service_proof'])
  expect(papersOf([shop])).toEqual(['partner_plaque', 'partner_agreement', 'service_proof'])
  expect(papersOf([person, shop])).toEqual(['service_proof'])
  expect(papersOf([{ ...person, state: 'left' }])).toEqual(['service_proof'])
  expect(papersOf([])).toEqual([])
})
