import { readStored, writeStored } from './preferences'

export interface Draft<T> {
  value: T
  /** When it was written, milliseconds since 1970. */
  at: number
}

const keyOf = (name: string) => `draft.${name}`

/** What a person had typed into the form `name` when the window went away. */
export function readDraft<T>(name: string): Draft<T> | null {
  return readStored<Draft<T> | null>(keyOf(name), null)
}

export function keepDraft(name: string, value: unknown, at: number): void {
  writeStored(keyOf(name), { value, at })
}

export function dropDraft(name: string): void {
  writeStored(keyOf(name), null)
}
