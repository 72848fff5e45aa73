import type { BoardCell, BoardRow, MonthState, RotaBoard } from '@/bindings'
import { monthOf, partsOf, type Month } from '@/shared/lib/month'

export const MONTHS_A_YEAR = 12

/** Where the focus is: a line and a month (0 to 11). */
export interface Place {
  row: number
  column: number
}

/** One committee's year: twelve places, each with the turns of that month (several where units share it). */
export interface GridRow {
  id: string
  name: string
  months: readonly (readonly BoardCell[])[]
}

export function gridRow(row: BoardRow): GridRow {
  const months: BoardCell[][] = Array.from({ length: MONTHS_A_YEAR }, () => [])
  for (const cell of row.cells) months[partsOf(cell.month).month - 1]?.push(cell)
  return { id: row.committee_id, name: row.committee, months }
}

export function monthAt(year: number, column: number): Month {
  return monthOf(year, column + 1)
}

const clamp = (value: number, last: number) => Math.max(0, Math.min(value, last))

/** The place after a movement key, or `null` when the key does not move. `page` is the number of rows seen at once. */
export function movePlace(place: Place, key: string, ctrl: boolean, rows: number, page: number): Place | null {
  if (rows === 0) return null
  const { row, column } = place
  const to = (nextRow: number, nextColumn: number): Place => ({
    row: clamp(nextRow, rows - 1),
    column: clamp(nextColumn, MONTHS_A_YEAR - 1),
  })
  switch (key) {
    case 'ArrowUp':
      return to(ctrl ? 0 : row - 1, column)
    case 'ArrowDown':
      return to(ctrl ? rows - 1 : row + 1, column)
    case 'ArrowLeft':
      return to(row, ctrl ? 0 : column - 1)
    case 'ArrowRight':
      return to(row, ctrl ? MONTHS_A_YEAR - 1 : column + 1)
    case 'PageUp':
      return to(row - page, column)
    case 'PageDown':
      return to(row + page, column)
    case 'Home':
      return to(ctrl ? 0 : row, 0)
    case 'End':
      return to(ctrl ? rows - 1 : row, MONTHS_A_YEAR - 1)
    default:
      return null
  }
}

/** The column of the month that is now; `null` in another year. */
export function currentColumn(board: RotaBoard): number | null {
  if (!board.current) return null
  const { year, month } = partsOf(board.current)
  return year === board.year ? month - 1 : null
}

/** How many months from January on are frozen for everybody. */
export function lockedMonths(year: number, today: string): number {
  const now = partsOf(today.slice(0, 7))
  if (year !== now.year) return year < now.year ? MONTHS_A_YEAR : 0
  return now.month - 1
}

/** Years to switch between: those with turns, this one and the next. */
export function yearsOf(planned: readonly number[], thisYear: number, shown: number): number[] {
  return [...new Set([...planned, thisYear, thisYear + 1, shown])].sort((a, b) => a - b)
}

/** States that occur on the board, in the legend's order; those of every board are always explained. */
export function statesOn(board: RotaBoard): MonthState[] {
  const order: MonthState[] = ['held', 'waiting', 'unsigned', 'planned', 'missed', 'opening']
  const seen = new Set(board.rows.flatMap((row) => row.cells.map((cell) => cell.state)))
  return order.filter((state, index) => index < 4 || seen.has(state))
}

/** Months of one committee that can be swapped with `turn`: its other turns that are not frozen. */
export function swappable(row: BoardRow | undefined, turn: string): BoardCell[] {
  return (row?.cells ?? []).filter((cell) => !cell.frozen && cell.turn_id !== turn)
}
