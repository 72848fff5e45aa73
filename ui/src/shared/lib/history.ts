import type { ChangeLine } from '@/bindings'
import { fieldWord, t, valueWord } from '../strings'
import { dateTime } from './format'

/** A field of a record before and after, in the words of the office. */
export interface FieldChange {
  name: string
  label: string
  before: string | null
  after: string | null
}

/** One record's change in the words of the office. */
export interface HistoryEntry {
  id: string
  at: string | number
  actor: string
  title: string
  fields: FieldChange[]
  /** How many records the same command changed: an undo takes all of them back. */
  records: number
  undoable?: boolean
}

/** Fields that mean nothing to a person. */
const INNER = new Set([
  'id',
  'version',
  'sort_key',
  'vacant',
  'password_hash',
  'reasons',
  'model',
  'model_hash',
  'free_time',
  'steps',
])
const isKey = (name: string) => INNER.has(name) || name.endsWith('_id')

const INSTANT = /^\d{4}-\d{2}-\d{2}T/

/** One part of a list: a person by post, name and phone, a party by its name, a paragraph by the text that prints. */
function part(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  const { name, post, phone, edited, generated } = value as Record<string, unknown>
  if (typeof name === 'string')
    return [typeof post === 'string' ? valueWord('post', post) : '', name, typeof phone === 'string' ? phone : '']
      .filter((word) => word !== '')
      .join(' ')
  const text = edited ?? generated
  return typeof text === 'string' ? text : JSON.stringify(value)
}

/** A field's value as it is read out. */
export function shown(name: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(part).join(name === 'blocks' ? '\n' : '、')
  if (typeof value === 'string' && INSTANT.test(value)) return dateTime(value)
  return typeof value === 'object' ? JSON.stringify(value) : valueWord(name, value)
}

type Version = Record<string, unknown> | null

/** What changed between two versions, field by field; of a new record only what was filled in. */
export function changedFields(before: Version, after: Version): FieldChange[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter((name) => !isKey(name))
  return names
    .filter((name) => before !== null || after?.[name] !== false)
    .map((name) => ({
      name,
      label: fieldWord(name),
      before: before ? shown(name, before[name]) : null,
      after: shown(name, after?.[name]),
    }))
    .filter((field) => (field.before ?? '') !== field.after)
}

/** A line of the change log as the history list shows it. */
export function historyEntry(line: ChangeLine): HistoryEntry {
  const title = `${t(line.before === null ? 'common.history.created' : 'common.history.changed')}${line.thing}`
  return {
    id: line.set.id,
    at: line.set.at,
    actor: line.set.actor,
    title,
    fields: changedFields(line.before, line.after),
    records: line.set.changes,
  }
}
