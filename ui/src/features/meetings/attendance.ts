import type { Attendance, AttendanceEntry, AttendanceState } from '@/bindings'
import { fields, rows } from '@/shared/lib/merge'
import { t } from '@/shared/strings'
import { ATTENDANCE } from './words'

/** One line of the sheet while it is filled in. */
export interface SheetLine {
  /** Key of the stored person; none for one who is added here. */
  id: string | null
  unit_name: string
  person: string
  post: string
  state: AttendanceState
  stand_in: string
  reason: string
}

export interface SheetValues {
  lines: SheetLine[]
}

/** Each person of the sheet is merged on their own. */
export const mergeSheet = fields<SheetValues>({
  lines: rows({ key: ({ id }) => id, name: ({ person, unit_name }) => person || unit_name }),
})

export function sheetOf(people: readonly Attendance[]): SheetLine[] {
  return people.map(({ id, unit_name, person, post, state, stand_in, reason }) => ({
    id,
    unit_name,
    person,
    post,
    state,
    stand_in,
    reason,
  }))
}

/** The state that a key of the sheet stands for: 1 出席 … 5 缺席. */
export function stateOfKey(key: string): AttendanceState | null {
  return ATTENDANCE[Number.parseInt(key, 10) - 1] ?? null
}

/** A line in another state; what only the old state asked for is emptied. */
export function marked(line: SheetLine, state: AttendanceState): SheetLine {
  return {
    ...line,
    state,
    stand_in: state === 'stand_in' ? line.stand_in : '',
    reason: state === 'excused' || state === 'absent' ? line.reason : '',
  }
}

export const ALL_PRESENT = (lines: readonly SheetLine[]): SheetLine[] =>
  lines.map((line) => (line.state === 'expected' ? marked(line, 'present') : line))

export function guest(): SheetLine {
  return { id: null, unit_name: '', person: '', post: '', state: 'observer', stand_in: '', reason: '' }
}

export interface Totals {
  /** Expected: everybody but guests. */
  expected: number
  byState: Record<AttendanceState, number>
}

export function totalsOf(lines: readonly Pick<SheetLine, 'state'>[]): Totals {
  const byState: Totals['byState'] = { expected: 0, present: 0, stand_in: 0, observer: 0, excused: 0, absent: 0 }
  for (const { state } of lines) byState[state]++
  return { expected: lines.length - byState.observer, byState }
}

/** Why a line cannot be kept as it is, or nothing. */
export function lineProblem(line: SheetLine): string | undefined {
  if (line.state === 'stand_in' && !line.stand_in.trim())
    return t('meetings.attendance.standInMissing', { person: line.person || line.unit_name })
  if (!line.person.trim() && !line.unit_name.trim()) return t('meetings.attendance.personMissing')
  return undefined
}

/** The sheet as the core takes it: known people with the version seen, guests without a key. */
export function entriesOf(lines: readonly SheetLine[], versions: ReadonlyMap<string, number>): AttendanceEntry[] {
  return lines.map(({ id, ...rest }) =>
    id === null ? { ...rest, version: 0 } : { ...rest, id, version: versions.get(id) ?? 0 },
  )
}
