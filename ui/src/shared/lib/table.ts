import { computed, type Ref } from 'vue'
import { usePreference } from './preferences'
import type { Tone } from './states'

export interface Column<Row> {
  key: string
  label: string
  /** What the cell shows. */
  text?: (row: Row) => string | number | null | undefined
  /** Shows the cell as a state badge. */
  badge?: (row: Row) => { tone: Tone; word: string } | null
  /** Name of the sort the core knows; absent when the column cannot be sorted. */
  sort?: string
  align?: 'left' | 'right'
  /** A CSS grid track, e.g. `6rem` or `minmax(8rem, 2fr)`. */
  width?: string
  /** Not shown until chosen. */
  optional?: boolean
  /** Cannot be hidden. */
  fixed?: boolean
}

export interface Sort {
  by: string
  descending: boolean
}

/** Which columns are shown, remembered under `name`. */
export function useColumns<Row>(name: string, columns: () => readonly Column<Row>[]) {
  const choice = usePreference<Record<string, boolean>>(`columns.${name}`, {})
  const isShown = (column: Column<Row>) => column.fixed || (choice.value[column.key] ?? !column.optional)
  const shown = computed(() => columns().filter(isShown))
  const toggle = (column: Column<Row>) => (choice.value = { ...choice.value, [column.key]: !isShown(column) })
  return { shown, isShown, toggle }
}

/** What a cell says: the word of its badge, or its text. */
export function cellText<Row>(column: Column<Row>, row: Row): string {
  return column.badge?.(row)?.word ?? String(column.text?.(row) ?? '')
}

/** The sort after clicking a heading: ascending, descending, then none. */
export function nextSort(current: Sort | null, by: string): Sort | null {
  if (current?.by !== by) return { by, descending: false }
  return current.descending ? null : { by, descending: true }
}

/** The selection after toggling `key`; with `through`, everything between the last one and it. */
export function toggleSelection(
  selected: ReadonlySet<string>,
  keys: readonly string[],
  key: string,
  through: string | null,
): Set<string> {
  const next = new Set(selected)
  const [from, to] = [keys.indexOf(through ?? key), keys.indexOf(key)].sort((a, b) => a - b)
  if (through !== null && from !== undefined && to !== undefined && from >= 0) {
    for (const each of keys.slice(from, to + 1)) next.add(each)
  } else if (!next.delete(key)) next.add(key)
  return next
}

const STEPS: Record<string, (at: number, last: number, page: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  PageDown: (at, last, page) => Math.min(at + page, last),
  PageUp: (at, _last, page) => Math.max(at - page, 0),
  Home: () => 0,
  End: (_at, last) => last,
}

/** Row index after a movement key, or `null` when the key is not one. */
export function moveBy(key: string, at: number, count: number, page: number): number | null {
  const step = STEPS[key]
  return step && count > 0 ? step(at, count - 1, page) : null
}

export type Selection = Ref<Set<string>>
