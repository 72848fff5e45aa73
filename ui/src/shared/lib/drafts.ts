import { readStored, storedKeys, writeStored } from './preferences'

/** What a person had typed and not saved, without what is personal. */
export interface Draft<T> {
  /** The version it was begun on, and what that version said. */
  version: number
  base: T
  values: T
  /** Personal fields that were typed and are not kept, by their path. */
  lost: string[]
  /** When it was written, milliseconds since 1970. */
  at: number
}

/** Where drafts lie. One that is dropped or kept later wins, whatever the store. */
export interface DraftStore {
  read<T>(name: string): Promise<Draft<T> | null>
  keep<T>(name: string, draft: Draft<T>): Promise<void>
  drop(name: string): Promise<void>
}

const keyOf = (name: string) => `drafts.${name}`

/** Drafts in the window's own store. */
const inWindow: DraftStore = {
  read: (name) => Promise.resolve(readStored(keyOf(name), null)),
  keep: (name, draft) => Promise.resolve(writeStored(keyOf(name), draft)),
  drop: (name) => Promise.resolve(writeStored(keyOf(name), null)),
}

let store = inWindow

/** Puts drafts elsewhere from now on. */
export function useDraftStore(other: DraftStore): void {
  store = other
}

/** Clears away what earlier versions kept: their drafts hold whole phone numbers. */
export function forgetOldDrafts(): void {
  for (const key of storedKeys('draft.')) writeStored(key, null)
}

/** What a person had typed under this name when the window went away. */
export const readDraft = <T>(name: string): Promise<Draft<T> | null> => store.read<T>(name)
export const keepDraft = <T>(name: string, draft: Draft<T>): Promise<void> => store.keep(name, draft)
export const dropDraft = (name: string): Promise<void> => store.drop(name)
