import { ref, type Ref } from 'vue'
import { isCancelled } from '@/platform'
import { toast } from './toast'

/** Wraps an action of a button: no second run while the first goes on, and failures become a toast. */
export function useAction<A extends unknown[]>(
  work: (...args: A) => Promise<void>,
): { run: (...args: A) => Promise<void>; busy: Ref<boolean> } {
  const busy = ref(false)
  async function run(...args: A): Promise<void> {
    if (busy.value) return
    busy.value = true
    try {
      await work(...args)
    } catch (cause) {
      if (isCancelled(cause)) toast.info((cause as Error).message)
      else toast.error(cause)
    } finally {
      busy.value = false
    }
  }
  return { run, busy }
}
