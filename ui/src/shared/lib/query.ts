import { shallowRef, watch, type Ref, type ShallowRef, type WatchSource } from 'vue'
import { useQuestion } from './question'

export interface Query<T> {
  /** The last answer; stays while a newer one is on its way. */
  data: ShallowRef<T | null>
  error: ShallowRef<Error | null>
  loading: Ref<boolean>
  reload: () => Promise<void>
}

/** Reads from the core now, again when `watching` changes, and again after something was saved that the answer shows. */
export function useQuery<T>(read: () => Promise<T>, watching: WatchSource[] = []): Query<T> {
  const data = shallowRef<T | null>(null)
  const { error, loading, ask } = useQuestion(reload)

  function reload(): Promise<void> {
    return ask(read, (answer) => (data.value = answer))
  }

  watch(watching, reload)
  void reload()
  return { data, error, loading, reload }
}
