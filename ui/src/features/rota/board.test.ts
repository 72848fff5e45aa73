import { describe, expect, it } from 'vitest'
import type { BoardCell, BoardRow, RotaBoard } from '@/bindings'
import { currentColumn, gridRow, lockedMonths, movePlace, statesOn, swappable, yearsOf } from './board'

const cell = (month: string, more: Partial<BoardCell> = {}): BoardCell => ({
  turn_id: `${month}-${more.unit ?? ''}`,
  version: 1,
  month,
  unit_id: 'u',
  unit: '区司法局',
  changed: false,
  state: 'planned',
  frozen: false,
  meeting_id: null,
  ...more,
})
const line = (...cells: BoardCell[]): BoardRow => ({ committee_id: 'c', committee: '听雨', cells })
const board = (...rows: BoardRow[]): RotaBoard => ({ year: 2026, current: '2026-11', rows, years: [2026] })

describe('a line of the board', () => {
  it('has twelve months, and units that share a month stand together', () => {
    const { months } = gridRow(line(cell('2026-01'), cell('2026-12', { unit: '甲' }), cell('2026-12', { unit: '乙' })))
    expect(months).toHaveLength(12)
    expect(months.map((turns) => turns.length)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2])
  })

  it('offers for a swap what is not frozen and not itself', () => {
    const row = line(cell('2026-01', { frozen: true }), cell('2026-11'), cell('2026-12'))
    expect(swappable(row, '2026-11-').map(({ month }) => month)).toEqual(['2026-12'])
  })
})

describe('moving over the board', () => {
  const move = (key: string, ctrl = false) => movePlace({ row: 5, column: 5 }, key, ctrl, 18, 10)

  it('goes one step, and to the edges with Ctrl', () => {
    expect(move('ArrowUp')).toEqual({ row: 4, column: 5 })
    expect(move('ArrowRight')).toEqual({ row: 5, column: 6 })
    expect(move('ArrowDown', true)).toEqual({ row: 17, column: 5 })
    expect(move('ArrowLeft', true)).toEqual({ row: 5, column: 0 })
    expect(move('End', true)).toEqual({ row: 17, column: 11 })
    expect(move('Home')).toEqual({ row: 5, column: 0 })
  })

  it('turns a page and stays inside', () => {
    expect(move('PageDown')).toEqual({ row: 15, column: 5 })
    expect(move('PageUp')).toEqual({ row: 0, column: 5 })
    expect(movePlace({ row: 17, column: 11 }, 'ArrowDown', false, 18, 10)).toEqual({ row: 17, column: 11 })
  })

  it('leaves other keys and an empty board alone', () => {
    expect(move('a')).toBeNull()
    expect(movePlace({ row: 0, column: 0 }, 'ArrowDown', false, 0, 10)).toBeNull()
  })
})

describe('months and years', () => {
  it('marks the present month in its own year only', () => {
    expect(currentColumn(board())).toBe(10)
    expect(currentColumn({ ...board(), year: 2027 })).toBeNull()
    expect(currentColumn({ ...board(), current: null })).toBeNull()
  })

  it('locks what is past', () => {
    expect([
      lockedMonths(2025, '2026-11-22'),
      lockedMonths(2026, '2026-11-22'),
      lockedMonths(2026, '2026-01-05'),
      lockedMonths(2027, '2026-11-22'),
    ]).toEqual([12, 10, 0, 0])
  })

  it('offers planned years, this one and the next', () =>
    expect(yearsOf([2025], 2026, 2026)).toEqual([2025, 2026, 2027]))

  it('explains the four states always and the others where they occur', () => {
    expect(statesOn(board())).toEqual(['held', 'waiting', 'unsigned', 'planned'])
    expect(statesOn(board(line(cell('2026-01', { state: 'missed' }))))).toContain('missed')
  })
})
