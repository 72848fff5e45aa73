import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef, type WatchSource } from 'vue'
import { useActivity } from './activity'

export interface Query<T> {
  /** The last answer; stays while a newer one is on its way. */
  data: ShallowRef<T | null>
  error: ShallowRef<Error | null>
  loading: Ref<boolean>
  reload: () => Promise<void>
}

/** Reads from the core now, again when `watching` changes, and again after anything was saved. A late answer to an old question is dropped. */
export function useQuery<T>(read: () => Promise<T>, watching: WatchSource[] = []): Query<T> {
  const data = shallowRef<T | null>(null)
  const error = shallowRef<Error | null>(null)
  const loading = ref(false)
  const activity = useActivity()
  let asked = 0

  async function reload(): Promise<void> {
    const mine = ++asked
    loading.value = true
    try {
      const answer = await read()
      if (mine !== asked) return
      data.value = answer
      error.value = null
    } catch (cause) {
      if (mine === asked) error.value = cause instanceof Error ? cause : new Error(String(cause))
    } finally {
      if (mine === asked) loading.value = false
    }
  }

  watch([() => activity.revision, ...watching], reload, { immediate: true })
  onScopeDispose(() => asked++)
  return { data, error, loading, reload }
}
