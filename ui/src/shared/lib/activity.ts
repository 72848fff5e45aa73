import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { isCancelled } from '@/platform'

/** What is being saved and when it last was: the status bar shows it, and every open query follows `revision`. */
export const useActivity = defineStore('activity', () => {
  const running = ref(0)
  const failed = ref(false)
  const savedAt = ref<number | null>(null)
  const revision = ref(0)

  /** Runs one change; screens reload when it is stored. */
  async function saving<T>(work: () => Promise<T>): Promise<T> {
    running.value++
    try {
      const result = await work()
      failed.value = false
      savedAt.value = Date.now()
      revision.value++
      return result
    } catch (cause) {
      failed.value = !isCancelled(cause)
      throw cause
    } finally {
      running.value--
    }
  }

  const busy = computed(() => running.value > 0)
  return { busy, failed, savedAt, revision, saving }
})
