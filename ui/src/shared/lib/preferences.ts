import { ref, watch, type Ref } from 'vue'

const PREFIX = 'tongxin.'

export function readStored<T>(key: string, fallback: T): T {
  try {
    const text = localStorage.getItem(PREFIX + key)
    return text === null ? fallback : (JSON.parse(text) as T)
  } catch {
    return fallback
  }
}

export function writeStored(key: string, value: unknown): void {
  try {
    if (value === null || value === undefined) localStorage.removeItem(PREFIX + key)
    else localStorage.setItem(PREFIX + key, JSON.stringify(value))
  } catch {
    // A full or forbidden store loses a convenience, never data.
  }
}

/** The keys in use that begin like this. */
export function storedKeys(prefix: string): string[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX + prefix))
    return keys.map((key) => key.slice(PREFIX.length))
  } catch {
    return []
  }
}

/** A small choice of this person on this machine (columns, theme), kept between starts. */
export function usePreference<T>(key: string, fallback: T): Ref<T> {
  const value = ref(readStored(key, fallback)) as Ref<T>
  watch(value, (next) => writeStored(key, next), { deep: true })
  return value
}
