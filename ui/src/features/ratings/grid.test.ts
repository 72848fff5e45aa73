import { describe, expect, it } from 'vitest'
import type { SchemeItem, ScoreLine } from '@/bindings'
import { faultsBy, inputsOf, markReason, moved, pasted, withBlock, withMark, type ItemColumn } from './grid'
import { points, thousandths } from './points'

const item = (name: string, kind: SchemeItem['kind'], full: number): SchemeItem => ({
  name,
  kind,
  full: full * 1000,
  weight: full * 1000,
  basis: '',
  on: true,
})
const columns: ItemColumn[] = [item('安全', 'base', 40), item('卫生', 'base', 30), item('加分', 'bonus', 10)].map(
  (each, place) => ({ place, item: each }),
)
const line = (judge: string, marks: string[]): ScoreLine => ({
  sheet_id: judge,
  version: 1,
  rated_id: 'r',
  rated: '1号楼',
  judge_id: judge,
  judge,
  scope: 's',
  marks,
})
const kept = line('b', ['36', '27', ''])
const lines = [line('a', ['', '', '']), kept]

describe('marks', () => {
  it('are thousandths, shown as people write them', () => {
    expect([89500, 40000, 21300, 333, null].map(points)).toEqual(['89.5', '40', '21.3', '0.333', ''])
    expect(['25.5', '40', '21.300', '-1'].map(thousandths)).toEqual([25500, 40000, 21300, -1000])
    expect(['优', '1.2345', '', '1e3'].map(thousandths)).toEqual([null, null, null, null])
  })
})

describe('the grid', () => {
  it('takes a block from a spreadsheet and leaves out what lies beyond', () => {
    const block = pasted('36\t27\t5\t9\r\n34\t28\r\n1\t1\r\n')
    expect(block).toHaveLength(3)
    const typed = withBlock({}, lines, columns, { row: 0, column: 0 }, block)
    expect(typed).toEqual({ 'r.a': ['36', '27', '5'], 'r.b': ['34', '28', ''] })
    expect(inputsOf(lines, typed).map(({ judge_id }) => judge_id)).toEqual(['a', 'b'])
  })

  it('forgets a line that is as it was kept', () => {
    const typed = withMark({}, kept, 0, '35')
    expect(withMark(typed, kept, 0, '36')).toEqual({})
  })

  it('says what is wrong while typing', () => {
    const reason = (marks: string[], place: number) =>
      columns.filter((column) => column.place === place).map(({ item: each }) => markReason(each, marks, place))[0] ??
      null
    expect(reason(['41', '', ''], 0)).toContain('满分 40')
    expect(reason(['41', '', ''], 1)).toBe('请填分数')
    expect(reason(['优', '1', ''], 0)).toContain('数字')
    expect(reason(['-1', '1', ''], 0)).toContain('负数')
    expect(reason(['36', '27', ''], 2)).toBeNull()
    expect(reason(['', '', ''], 0)).toBeNull()
  })

  it('moves by keys, sideways only from the ends of what is typed', () => {
    const ends = { start: true, end: true }
    const from = { row: 0, column: 2 }
    expect(moved('Enter', false, from, 2, 3, ends)).toEqual({ row: 1, column: 0 })
    expect(moved('Enter', true, { row: 1, column: 1 }, 2, 3, ends)).toEqual({ row: 0, column: 1 })
    expect(moved('ArrowLeft', false, from, 2, 3, { start: false, end: true })).toBeNull()
    expect(moved('ArrowLeft', false, from, 2, 3, ends)).toEqual({ row: 0, column: 1 })
    expect(moved('x', false, from, 2, 3, ends)).toBeNull()
  })

  it('puts the faults of the core where they belong', () => {
    const inputs = inputsOf(lines, { 'r.b': ['41', '27', ''] })
    expect(faultsBy(inputs, [{ row: 0, item: 0, reason: '超过满分' }])).toEqual({ 'r.b.0': '超过满分' })
  })
})
