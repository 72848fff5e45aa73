import { onBeforeUnmount, reactive, watch } from 'vue'
import { ApiError } from '@/platform'
import { t } from '../strings'
import { useDraft, type DraftOptions, type Versioned } from './draft'
import type { Choose } from './merge'
import { toast } from './toast'

/** Fields that save themselves when they are left, and once more when the screen is. */
export function useAutosave<T extends object, R extends Versioned>(options: DraftOptions<T, R>) {
  const draft = useDraft<T, R>(options)
  const { values, changed, saving, conflict, waiting, found, ask, later } = draft
  const refused = reactive<Record<string, string>>({})
  let again = false

  watch(values, () => {
    for (const field of Object.keys(refused)) Reflect.deleteProperty(refused, field)
  })

  async function attempt(work: () => Promise<boolean>): Promise<void> {
    try {
      await work()
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause
      if (cause.field) refused[cause.field] = cause.message
      toast.error(cause)
    }
  }

  /** Saves when something changed; one save at a time, and once more for what was typed meanwhile. */
  async function flush(): Promise<void> {
    if (saving.value) again = true
    if (saving.value || !changed.value || conflict.value) return
    await attempt(draft.save)
    if (!again) return
    again = false
    await flush()
  }

  const settle = (choose: Choose) => attempt(() => draft.settle(choose))

  /** Takes the other's version; this person's can be called back. */
  function giveWay(): void {
    const own = draft.giveWay()
    toast.done(t('common.draft.restored'), () => void Object.assign(values, own))
  }

  /** Back to what is stored. */
  const discard = () => void draft.giveWay()

  onBeforeUnmount(() => void flush())

  const reason = (field: keyof T & string) => refused[field]
  return {
    values,
    changed,
    saving,
    conflict,
    waiting,
    found,
    reason,
    flush,
    settle,
    giveWay,
    discard,
    ask,
    later,
  }
}
