export interface FilterOption {
  value: string
  label: string
}

/** One filter of a list: several of its options may be on. */
export interface FilterDefinition {
  key: string
  label: string
  options: readonly FilterOption[]
  /** Only one option at a time. */
  single?: boolean
}

/** Chosen options by filter. */
export type FilterValues = Record<string, string[]>

/** The filter's chip text, e.g. `性质：机关、学校`. */
export function chipText(filter: FilterDefinition, values: FilterValues): string {
  const words = (values[filter.key] ?? []).map(
    (value) => filter.options.find((option) => option.value === value)?.label ?? value,
  )
  const shown = words.length > 3 ? `${words.slice(0, 3).join('、')}等 ${words.length} 项` : words.join('、')
  return words.length > 0 ? `${filter.label}：${shown}` : filter.label
}

/** `values` with `option` of `filter` switched; a filter without options disappears. */
export function toggleFilter(values: FilterValues, filter: FilterDefinition, option: string): FilterValues {
  const before = values[filter.key] ?? []
  const on = before.includes(option)
  const after = on ? before.filter((each) => each !== option) : filter.single ? [option] : [...before, option]
  return withFilter(values, filter.key, after)
}

export function withFilter(values: FilterValues, key: string, chosen: string[]): FilterValues {
  const entries = Object.entries(values).filter(([each]) => each !== key)
  return Object.fromEntries(chosen.length > 0 ? [...entries, [key, chosen]] : entries)
}
