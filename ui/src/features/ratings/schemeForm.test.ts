import { describe, expect, it } from 'vitest'
import type { SchemeRules } from '@/bindings'
import { checkScheme, rulesOf, schemeValues, tieOptions, withoutItem } from './schemeForm'

const rules: SchemeRules = {
  rated: 'building',
  scope: 'compound',
  stars: [60_000, 70_000, 80_000, 85_000, 90_000],
  flags: 3,
  flag_share: 75,
  judges: 3,
  memory: 3,
  tie_order: [2, 0],
  items: [
    { name: '安全', kind: 'base', full: 40_000, weight: 40_000, basis: '', on: true },
    { name: '卫生', kind: 'base', full: 30_000, weight: 30_000, basis: '', on: true },
    { name: '文明创建', kind: 'base', full: 30_000, weight: 30_000, basis: '', on: true },
    { name: '加分', kind: 'bonus', full: 10_000, weight: 0, cap: 5_000, basis: '', on: true },
    { name: '不予评星', kind: 'exclusion', full: 0, weight: 0, basis: '', on: false },
  ],
  outlier: { distance: 20_000, least_judges: 3 },
}

describe('the form of a scheme', () => {
  it('gives back what it was made from', () => {
    expect(rulesOf(schemeValues('方案', rules))).toEqual(rules)
  })

  it('says when the weights do not sum', () => {
    const values = schemeValues('方案', rules)
    expect(checkScheme(values, false)).toEqual({})
    const [first] = values.items
    if (first) first.weight = '35'
    expect(checkScheme(values, true).items).toContain('95')
    expect(checkScheme(values, true).note).toBeDefined()
  })

  it('keeps the tie order when an item goes', () => {
    const { items, tie_order } = withoutItem(schemeValues('方案', rules), 1)
    expect(items.map(({ name }) => name)).toEqual(['安全', '文明创建', '加分', '不予评星'])
    expect(tie_order).toEqual([1, 0])
    expect(tieOptions(items).map(({ label }) => label)).toEqual(['安全', '文明创建', '加分'])
  })
})
