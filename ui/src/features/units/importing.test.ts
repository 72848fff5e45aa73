import { describe, expect, it } from 'vitest'
import type { ImportPreview } from '@/bindings'
import { changesAnything, choicesOf, obstacle } from './importing'

const undecided = { create: false, skip: false, chosen: {} }
const none = { total: 0, created: 0, changed: 0, unchanged: 0 }
const conflict = { unit_name: '区教育局', field: 'party_members', values: [{ value: '61', rows: [4] }, { value: '63', rows: [90] }] }
const preview: ImportPreview = {
  sheet: '台账', memberships: none, units: none, units_on_several: 0, communities: 0, communities_to_create: [], conflicts: [], wrong_rows: 0,
  faults: [], corrections: [], rows: [], error_copy: null,
}

describe('an import', () => {
  it('waits until every disagreement is decided', () => {
    const disputed = { ...preview, conflicts: [conflict] }
    expect(obstacle(disputed, undecided)).toContain('1 处')
    const chosen = { '区教育局\nparty_members': '63' }
    expect(obstacle(disputed, { ...undecided, chosen })).toBeNull()
    expect(choicesOf(disputed.conflicts, chosen)).toEqual([{ unit_name: '区教育局', field: 'party_members', value: '63' }])
  })

  it('creates communities and skips wrong rows only when asked', () => {
    const wanting = { ...preview, communities_to_create: ['听雨社区'] }
    expect(obstacle(wanting, undecided)).toBeTruthy()
    expect(obstacle(wanting, { ...undecided, create: true })).toBeNull()
    const wrong = { ...preview, wrong_rows: 2 }
    expect(obstacle(wrong, undecided)).toBeTruthy()
    expect(obstacle(wrong, { ...undecided, skip: true })).toBeNull()
  })

  it('knows when there is nothing to do', () => {
    expect(changesAnything({ ...preview, memberships: { ...none, total: 158, unchanged: 158 } })).toBe(false)
    expect(changesAnything({ ...preview, units: { ...none, changed: 1 } })).toBe(true)
  })
})
