import { describe, expect, it } from 'vitest'
import { argumentsOf, checkUnit, valuesOf } from './unitForm'

const filled = { ...valuesOf(null), name: '区民政局', nature: '机关' }

describe('the form of a unit', () => {
  it('names what is missing', () => {
    expect(Object.keys(checkUnit(valuesOf(null)))).toEqual(['name', 'nature'])
    expect(checkUnit(filled)).toEqual({})
    expect(checkUnit({ ...filled, party_members: -1 })).toHaveProperty('party_members')
    expect(checkUnit({ ...filled, name: '长'.repeat(61) })).toHaveProperty('name')
  })

  it('sends a renaming only when the unit was renamed', () => {
    expect(argumentsOf({ ...filled, renamed_after: '2026-06-30' }, 'u1', 3)).not.toHaveProperty('renamed_after')
    expect(argumentsOf({ ...filled, renamed: true, renamed_after: '2026-06-30' }, 'u1', 3)).toMatchObject({
      id: 'u1',
      version: 3,
      renamed_after: '2026-06-30',
    })
    expect(checkUnit({ ...filled, renamed: true })).toHaveProperty('renamed_after')
  })

  it('leaves the relation to the core when it was not chosen', () =>
    expect(argumentsOf(filled, undefined, 0)).not.toHaveProperty('relation'))
})
