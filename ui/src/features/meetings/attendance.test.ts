import { describe, expect, it } from 'vitest'
import type { AttendanceState } from '@/bindings'
import { ALL_PRESENT, entriesOf, guest, lineProblem, marked, stateOfKey, totalsOf, type SheetLine } from './attendance'

const line = (state: AttendanceState, more: Partial<SheetLine> = {}): SheetLine => ({
  id: 'a',
  unit_name: '区司法局',
  person: '马祎',
  post: '局长',
  state,
  stand_in: '',
  reason: '',
  ...more,
})

describe('the attendance sheet', () => {
  it('takes the keys 1 to 5 and no others', () => {
    expect(['1', '2', '3', '4', '5'].map(stateOfKey)).toEqual(['present', 'stand_in', 'observer', 'excused', 'absent'])
    expect(['0', '6', 'a', ''].map(stateOfKey)).toEqual([null, null, null, null])
  })

  it('counts each state; guests are not among those expected', () => {
    const totals = totalsOf([line('present'), line('present'), line('stand_in'), line('excused'), line('observer')])
    expect(totals.expected).toBe(4)
    expect(totals.byState).toMatchObject({ present: 2, stand_in: 1, observer: 1, excused: 1, absent: 0, expected: 0 })
  })

  it('settles only those who are not settled yet', () => {
    expect(ALL_PRESENT([line('expected'), line('excused')]).map(({ state }) => state)).toEqual(['present', 'excused'])
  })

  it('forgets what only the old state asked for', () => {
    expect(marked(line('stand_in', { stand_in: '郭燕' }), 'present').stand_in).toBe('')
    expect(marked(line('excused', { reason: '出差' }), 'absent').reason).toBe('出差')
  })

  it('asks who stood in, and who a guest is', () => {
    expect(lineProblem(line('stand_in'))).toContain('马祎')
    expect(lineProblem(line('stand_in', { stand_in: '郭燕' }))).toBeUndefined()
    expect(lineProblem(guest())).toBeDefined()
  })

  it('goes to the core with the versions seen', () => {
    const entries = entriesOf([line('present'), { ...guest(), person: '李敏' }], new Map([['a', 3]]))
    expect(entries[0]).toMatchObject({ id: 'a', version: 3 })
    expect(entries[1]).toMatchObject({ version: 0, person: '李敏' })
    expect(entries[1]).not.toHaveProperty('id')
  })
})
