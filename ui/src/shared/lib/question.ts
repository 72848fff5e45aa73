import { nextTick, onScopeDispose, ref, shallowRef } from 'vue'
import { askedBy, type CommandName } from '@/platform/api'
import { useActivity } from './activity'
import { concerns } from './things'

/** One question of a screen, keyed by the commands it asks: `again` runs once something was saved that their answers show. A late answer to an old question is dropped. */
export function useQuestion(again: () => unknown) {
  const error = shallowRef<Error | null>(null)
  const loading = ref(false)
  let asked: readonly CommandName[] = []
  let latest = 0
  let due = false
  let gone = false

  async function ask<A>(read: () => Promise<A>, take: (answer: A) => void): Promise<void> {
    const mine = ++latest
    const { answer, commands } = askedBy(read)
    asked = commands
    loading.value = true
    try {
      const found = await answer
      if (mine !== latest) return
      take(found)
      error.value = null
    } catch (cause) {
      if (mine === latest) error.value = cause instanceof Error ? cause : new Error(String(cause))
    } finally {
      if (mine === latest) loading.value = false
    }
  }

  /** Once for all that is saved in one stroke. */
  function askAgain(): void {
    if (due) return
    due = true
    void nextTick(() => {
      due = false
      if (!gone) again()
    })
  }

  useActivity().onSaved((changed) => concerns(changed, asked) && askAgain())
  onScopeDispose(() => {
    gone = true
    latest++
  })
  return { error, loading, ask }
}
