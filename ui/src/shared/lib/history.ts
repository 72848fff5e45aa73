import type { ChangeLine } from '@/bindings'

/** One record's change in the words of the office. */
export interface HistoryEntry {
  id: string
  at: string | number
  actor: string
  title: string
  fields: { label: string; before: string | null; after: string | null }[]
  undoable?: boolean
}

/** Fields that mean nothing to a person. */
const INNER = new Set(['id', 'version', 'sort_key', 'password_hash'])
const isKey = (name: string) => INNER.has(name) || name.endsWith('_id')

function shown(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** What changed between two versions, field by field. */
export function changedFields(before: Record<string, unknown> | null, after: Record<string, unknown> | null, label: (name: string) => string): HistoryEntry['fields'] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter((name) => !isKey(name))
  return names
    .map((name) => ({ label: label(name), before: before ? shown(before[name]) : null, after: shown(after?.[name]) }))
    .filter((field) => (field.before ?? '') !== field.after)
}

/** A line of the change log as the history list shows it. */
export function historyEntry(line: ChangeLine, title: (line: ChangeLine) => string, label: (name: string) => string): HistoryEntry {
  return { id: line.set.id, at: line.set.at, actor: line.set.actor, title: title(line), fields: changedFields(line.before, line.after, label) }
}
