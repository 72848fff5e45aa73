import { defineStore } from 'pinia'
import { computed, onScopeDispose, ref } from 'vue'
import { isCancelled } from '@/platform'
import type { CommandName } from '@/platform/api'
import { changedBy, type Changed } from './things'

type Listener = (changed: Changed) => void

/** What is being saved and when it last was: the status bar shows it, and whoever shows what was changed hears of it. */
export const useActivity = defineStore('activity', () => {
  const running = ref(0)
  const failed = ref(false)
  const savedAt = ref<number | null>(null)
  const listeners = new Set<Listener>()

  /** Runs one change; what shows what `command` changes is read again when it is stored. */
  async function saving<T>(command: CommandName, work: () => Promise<T>): Promise<T> {
    running.value++
    try {
      const result = await work()
      failed.value = false
      savedAt.value = Date.now()
      const changed = changedBy(command)
      for (const listener of [...listeners]) listener(changed)
      return result
    } catch (cause) {
      failed.value = !isCancelled(cause)
      throw cause
    } finally {
      running.value--
    }
  }

  /** Hears of every change while the scope around the call is there. */
  function onSaved(listener: Listener): void {
    listeners.add(listener)
    onScopeDispose(() => listeners.delete(listener))
  }

  const busy = computed(() => running.value > 0)
  return { busy, failed, savedAt, saving, onSaved }
})
