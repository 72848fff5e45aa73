import { zhCN } from './zh-CN'

type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}`
}[keyof T & string]

/** A key of the catalogue, e.g. `units.title`; a wrong one does not compile. */
export type StringKey = Leaves<typeof zhCN>

function lookup(key: string): string {
  let node: unknown = zhCN
  for (const part of key.split('.')) node = (node as Record<string, unknown>)[part]
  return typeof node === 'string' ? node : key
}

/** The sentence for `key`, with `{name}` replaced from `values`. */
export function t(key: StringKey, values: Record<string, string | number> = {}): string {
  return lookup(key).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

const FIELDS: Record<string, string> = { ...zhCN.settings.papers, ...zhCN.settings.rules, ...zhCN.fields }

/** The office's word for a field of a record, for the change log; the field's own name where there is none. */
export function fieldWord(name: string): string {
  return FIELDS[name] ?? name
}

const YES_NO: Record<string, string> = { true: '是', false: '否' }

/** The office's word for a field's value, for the change log; the value itself where there is none. */
export function valueWord(field: string, value: unknown): string {
  const words = typeof value === 'boolean' ? YES_NO : (zhCN.values as Record<string, Record<string, string>>)[field]
  return words?.[String(value)] ?? String(value)
}
