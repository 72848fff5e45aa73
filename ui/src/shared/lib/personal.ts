import { at } from './merge'

type Node = Record<string, unknown>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** Stands in a draft where a personal field is as it is stored. */
const AS_STORED = null

/** What of somebody's typing may be kept on this machine, and which personal fields of it are not. */
export interface Keepable<T> {
  value: T
  lost: string[]
}

/** The values without personal fields, at any depth; those that were typed are named, so that they can be asked for again. */
export function keepable<T>(value: T, base: unknown, names: readonly string[], path = ''): Keepable<T> {
  if (!isNode(value)) return { value, lost: [] }
  const lost: string[] = []
  const kept = Object.entries(value).map(([name, own]) => {
    const [before, here] = [isNode(base) ? base[name] : undefined, at(path, name)]
    if (names.includes(name)) {
      if (own === before) return [name, AS_STORED]
      if (own) lost.push(here)
      return [name, '']
    }
    const inner = keepable(own, before, names, here)
    lost.push(...inner.lost)
    return [name, inner.value]
  })
  const whole: unknown = Array.isArray(value) ? kept.map(([, own]) => own) : Object.fromEntries(kept)
  return { value: whole as T, lost }
}

/** A kept draft with the personal fields as they are stored now. */
export function filled<T>(kept: T, stored: unknown, names: readonly string[]): T {
  if (!isNode(kept)) return kept
  const whole = Object.entries(kept).map(([name, own]) => {
    const now = isNode(stored) ? stored[name] : undefined
    return [name, names.includes(name) ? (own === AS_STORED ? (now ?? '') : own) : filled(own, now, names)]
  })
  const value: unknown = Array.isArray(kept) ? whole.map(([, own]) => own) : Object.fromEntries(whole)
  return value as T
}
