import type { RatingScheme, SchemeItem, ScoreInput, ScoreLine } from '@/bindings'
import { same as alike, whole, type Choose, type Collision, type Merge, type Versions } from '@/shared/lib/merge'
import { t } from '@/shared/strings'
import { thousandths } from './points'

/** A column of the grid: an item that takes marks, and its place in the scheme. */
export interface ItemColumn {
  place: number
  item: SchemeItem
}

/** A cell the core could not keep: the line of those given, and the item; a whole line without one. */
export interface ScoreFault {
  row: number
  item?: number
  reason: string
}

/** What was typed, by sheet: only lines that differ from what is kept. */
export type Typed = Record<string, string[]>

export interface Cell {
  row: number
  column: number
}

/** A pair has no sheet before its first mark; the pair itself names the line. */
export const keyOf = (line: ScoreLine) => `${line.rated_id}.${line.judge_id}`

export function itemColumns(scheme: RatingScheme): ItemColumn[] {
  return scheme.rules.items.flatMap((item, place) => (item.on && item.kind !== 'exclusion' ? [{ place, item }] : []))
}

export const marksOf = (line: ScoreLine, typed: Typed) => typed[keyOf(line)] ?? line.marks

const same = (a: readonly string[], b: readonly string[]) => a.every((mark, at) => mark.trim() === (b[at] ?? ''))

/** The typed marks after one cell changed; a line that is as it was kept is forgotten. */
export function withMark(typed: Typed, line: ScoreLine, place: number, mark: string): Typed {
  const marks = [...marksOf(line, typed)]
  marks[place] = mark
  const next = { ...typed, [keyOf(line)]: marks }
  if (same(marks, line.marks)) Reflect.deleteProperty(next, keyOf(line))
  return next
}

/** Rows and cells of what a spreadsheet put on the clipboard. */
export function pasted(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()))
}

/** The typed marks after a block was pasted with its upper left corner at a cell; what lies beyond the grid is left out. */
export function withBlock(
  typed: Typed,
  lines: readonly ScoreLine[],
  columns: readonly ItemColumn[],
  at: Cell,
  block: readonly (readonly string[])[],
): Typed {
  return block.reduce<Typed>((all, cells, down) => {
    const line = lines[at.row + down]
    if (!line) return all
    return cells.reduce((one, mark, right) => {
      const column = columns[at.column + right]
      return column ? withMark(one, line, column.place, mark) : one
    }, all)
  }, typed)
}

/** What is wrong with a mark while it is typed; the core says the same on saving. */
export function markReason(item: SchemeItem, marks: readonly string[], place: number): string | null {
  const written = (marks[place] ?? '').trim().replace(/分$/, '')
  if (marks.every((mark) => mark.trim() === '')) return null
  if (written === '') return item.kind === 'base' ? t('ratings.scores.reason.base') : null
  const mark = thousandths(written)
  if (mark === null) return t('ratings.scores.reason.number')
  if (mark < 0) return t('ratings.scores.reason.negative')
  return mark > item.full ? t('ratings.scores.reason.over', { full: item.full / 1000 }) : null
}

/** The lines to save. */
export function inputsOf(lines: readonly ScoreLine[], typed: Typed): ScoreInput[] {
  return lines.flatMap((line) => {
    const marks = typed[keyOf(line)]
    return marks ? [{ version: line.version, rated_id: line.rated_id, judge_id: line.judge_id, marks }] : []
  })
}

/** The core's faults by line and item, as `key.place`; -1 for a whole line. */
export function faultsBy(inputs: readonly ScoreInput[], faults: readonly ScoreFault[]): Record<string, string> {
  return Object.fromEntries(
    faults.flatMap(({ row, item, reason }) => {
      const input = inputs[row]
      return input ? [[`${input.rated_id}.${input.judge_id}.${item ?? -1}`, reason]] : []
    }),
  )
}

export const isFilled = (line: ScoreLine, typed: Typed) => marksOf(line, typed).some((mark) => mark.trim() !== '')

/** The cell after a key that moves; none for other keys. Left and right move only from the ends of what is typed. */
export function moved(
  key: string,
  shift: boolean,
  at: Cell,
  rows: number,
  columns: number,
  caret: { start: boolean; end: boolean },
): Cell | null {
  const to = (row: number, column: number) => ({
    row: Math.min(Math.max(row, 0), rows - 1),
    column: Math.min(Math.max(column, 0), columns - 1),
  })
  switch (key) {
    case 'Enter':
      return shift ? to(at.row - 1, at.column) : at.column + 1 < columns ? to(at.row, at.column + 1) : to(at.row + 1, 0)
    case 'ArrowDown':
      return to(at.row + 1, at.column)
    case 'ArrowUp':
      return to(at.row - 1, at.column)
    case 'ArrowRight':
      return caret.end ? to(at.row, at.column + 1) : null
    case 'ArrowLeft':
      return caret.start ? to(at.row, at.column - 1) : null
    default:
      return null
  }
}

/** What the grid's draft holds: what was typed, and the marks that stood there when it was begun. */
export interface ScoreValues {
  typed: Typed
  from: Typed
}

const byKey = (lines: readonly ScoreLine[]) => new Map(lines.map((line) => [keyOf(line), line]))

/** The draft after typing: a line that is new in it begins from what is kept. */
export function withTyped({ from }: ScoreValues, typed: Typed, lines: readonly ScoreLine[]): ScoreValues {
  const kept = byKey(lines)
  const begun = Object.keys(typed).map((key) => [key, from[key] ?? kept.get(key)?.marks ?? []] as const)
  return { typed, from: Object.fromEntries(begun) }
}

/** The lines as they are once what was typed is kept. */
export const typedIn = (lines: readonly ScoreLine[], typed: Typed): ScoreLine[] =>
  lines.map((line) => ({ ...line, marks: marksOf(line, typed) }))

function mergeLine(
  line: ScoreLine,
  { base, mine }: Omit<Versions<string[]>, 'theirs'>,
  scheme: RatingScheme,
  choose: Choose,
) {
  const cells = mine.map((mark, place) => {
    const versions = { base: base[place] ?? '', mine: mark, theirs: line.marks[place] ?? '' }
    return whole(versions, choose, `${keyOf(line)}.${place}`)
  })
  const row = `${line.rated}，${line.judge}`
  const collisions = cells.flatMap((cell, place): Collision[] => {
    const field = scheme.rules.items[place]?.name ?? ''
    return cell.collisions.map((collision) => ({ ...collision, row, field }))
  })
  return { marks: cells.map(({ value }) => value), collisions }
}

/** What was typed over newer lines, mark by mark; a pair that is no more takes its marks with it. */
export function mergeScores(lines: readonly ScoreLine[], scheme: RatingScheme): Merge<ScoreValues> {
  const kept = byKey(lines)
  return ({ mine }, choose) => {
    const merged = Object.entries(mine.typed).flatMap(([key, own]) => {
      const line = kept.get(key)
      if (!line) return []
      const versions = { base: mine.from[key] ?? line.marks, mine: own }
      return [{ key, line, ...mergeLine(line, versions, scheme, choose) }]
    })
    const left = merged.filter(({ line, marks }) => !alike(marks, line.marks))
    const value = {
      typed: Object.fromEntries(left.map(({ key, marks }) => [key, marks])),
      from: Object.fromEntries(left.map(({ key, line }) => [key, line.marks])),
    }
    return { value, collisions: merged.flatMap(({ collisions }) => collisions) }
  }
}

export const onlyMine: Merge<ScoreValues> = ({ mine }) => ({ value: mine, collisions: [] })
