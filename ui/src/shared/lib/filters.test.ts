import { describe, expect, it } from 'vitest'
import { chipText, toggleFilter, type FilterDefinition } from './filters'

const nature: FilterDefinition = {
  key: 'nature',
  label: '性质',
  options: ['机关', '事业', '学校', '医院'].map((label, at) => ({ value: String(at), label })),
}

describe('filter chips', () => {
  it('say what is on', () => {
    expect(chipText(nature, {})).toBe('性质')
    expect(chipText(nature, { nature: ['0', '2'] })).toBe('性质：机关、学校')
    expect(chipText(nature, { nature: ['0', '1', '2', '3'] })).toBe('性质：机关、事业、学校等 4 项')
  })

  it('switch on and off, and vanish when empty', () => {
    const on = toggleFilter({ other: ['x'] }, nature, '1')
    expect(on).toEqual({ other: ['x'], nature: ['1'] })
    expect(toggleFilter(on, nature, '1')).toEqual({ other: ['x'] })
  })

  it('keep one option when only one may be on', () => {
    expect(toggleFilter({ nature: ['1'] }, { ...nature, single: true }, '2')).toEqual({ nature: ['2'] })
  })
})
