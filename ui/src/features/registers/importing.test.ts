import { describe, expect, it } from 'vitest'
import type { MappedSheet, RegisterPreview } from '@/bindings'
import { chooseColumn, isUnread } from '@/shared/lib/mapping'
import { changesAnything, choicesOf, obstacle, outcomeText, wordOf } from './importing'

const undecided = { create: false, skip: false, chosen: {} }
const none = { total: 0, created: 0, changed: 0, unchanged: 0 }
const sheet: MappedSheet = { sheet: '台账', header_row: 3, headings: ['社区', '单位'], columns: [], missing: [] }
const conflict = {
  key: { of: 'fact' as const, thing: '单位', record: ['区教育局'], column: 'party_members' },
  name: '区教育局',
  label: '党员数',
  values: [
    { value: '61', label: '61（第 4 行）' },
    { value: '63', label: '63（第 90 行）' },
  ],
}
const preview: RegisterPreview = {
  file_hash: 'a1',
  sheets: [sheet],
  counts: [{ thing: '席位', count: none }],
  facts: [],
  missing: [],
  conflicts: [],
  likely_one: [],
  wrong_rows: 0,
  faults: [],
  corrections: [],
  rows: [],
  rows_left_out: 0,
  error_copy: null,
}

describe('an import', () => {
  it('waits until every disagreement is decided', () => {
    const disputed = { ...preview, conflicts: [conflict] }
    expect(obstacle(disputed, undecided)).toContain('1 处')
    const chosen = { [wordOf(conflict.key)]: '63' }
    expect(obstacle(disputed, { ...undecided, chosen })).toBeNull()
    expect(choicesOf(disputed.conflicts, chosen)).toEqual([{ key: conflict.key, value: '63' }])
  })

  it('creates what is missing and skips wrong rows only when asked', () => {
    const wanting = { ...preview, missing: [{ thing: '社区', names: ['听雨社区'] }] }
    expect(obstacle(wanting, undecided)).toBeTruthy()
    expect(obstacle(wanting, { ...undecided, create: true })).toBeNull()
    const wrong = { ...preview, wrong_rows: 2 }
    expect(obstacle(wrong, undecided)).toBeTruthy()
    expect(obstacle(wrong, { ...undecided, skip: true })).toBeNull()
  })

  it('cannot go ahead while no sheet could be read', () => {
    const unread = { ...preview, sheets: [{ ...sheet, missing: ['单位名称'] }] }
    expect(isUnread(unread.sheets)).toBe(true)
    expect(obstacle(unread, { ...undecided, create: true, skip: true })).toBeTruthy()
    expect(isUnread([sheet, ...unread.sheets])).toBe(false)
  })

  it('knows when there is nothing to do', () => {
    expect(
      changesAnything({ ...preview, counts: [{ thing: '席位', count: { ...none, total: 158, unchanged: 158 } }] }),
    ).toBe(false)
    expect(
      changesAnything({
        ...preview,
        counts: [
          { thing: '席位', count: none },
          { thing: '单位', count: { ...none, changed: 1 } },
        ],
      }),
    ).toBe(true)
  })

  it('keeps one heading for a column of a sheet', () => {
    const first = { sheet: '台账', column: 'name', heading: '单位' }
    const other = { sheet: '另一张', column: 'name', heading: '名称' }
    expect(chooseColumn([first, other], { ...first, heading: null })).toEqual([other, { ...first, heading: null }])
  })

  it('tells what it did', () => {
    const counts = [{ thing: '委员', count: { total: 3, created: 2, changed: 1, unchanged: 0 } }]
    expect(outcomeText({ counts, created: [{ thing: '社区', names: ['听雨社区'] }], skipped_rows: 0 })).toBe(
      '委员：新建 2，修改 1，不变 0；新建社区 1 个。',
    )
  })
})
