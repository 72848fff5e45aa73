import { computed, onBeforeUnmount, reactive, ref, watch } from 'vue'
import { ApiError, type ConflictDetail } from '@/platform'
import { dropDraft, keepDraft, readDraft } from '@/shared/lib/drafts'
import { toast } from '@/shared/lib/toast'
import { t } from '@/shared/strings'

export interface Stored<T> {
  version: number
  values: T
}

export interface AutosaveOptions<T extends object> {
  /** Names the draft that survives a crash. */
  name: string
  /** What is stored now. */
  stored: () => Stored<T>
  save: (values: T, version: number) => Promise<{ version: number }>
}

const DRAFT_DELAY_MS = 400
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** Fields that save themselves when they are left. What is typed is kept on this machine at once; somebody else's change in between is a conflict, never a loss. */
export function useAutosave<T extends object>(options: AutosaveOptions<T>) {
  const first = options.stored()
  const draft = readDraft<T>(options.name)
  const base = ref(copy(first.values))
  const values = reactive(copy(draft ? { ...first.values, ...draft.value } : first.values)) as T
  const draftAt = ref(draft && !same(draft.value, first.values) ? draft.at : null)
  const saving = ref(false)
  const refused = reactive<Record<string, string>>({})
  const conflict = ref<ConflictDetail | null>(null)
  let version = first.version
  let again = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const changed = computed(() => !same(values, base.value))

  watch(options.stored, (next) => {
    const untouched = same(next.values, base.value)
    // While this person is typing, another one's change waits: saving will tell, and show both.
    if (changed.value && !untouched) return
    if (!changed.value) Object.assign(values, copy(next.values))
    base.value = copy(next.values) as typeof base.value
    version = next.version
  })
  watch(values, () => {
    for (const field of Object.keys(refused)) Reflect.deleteProperty(refused, field)
    clearTimeout(timer)
    timer = setTimeout(
      () => (changed.value ? keepDraft(options.name, values, Date.now()) : dropDraft(options.name)),
      DRAFT_DELAY_MS,
    )
  })

  function explain(cause: unknown): void {
    if (!(cause instanceof ApiError)) throw cause
    conflict.value = cause.conflict
    if (cause.field) refused[cause.field] = cause.message
    if (!cause.conflict) toast.error(cause)
  }

  /** Saves when something changed; one save at a time, and once more for what was typed meanwhile. */
  async function flush(): Promise<void> {
    if (saving.value) again = true
    if (saving.value || !changed.value || conflict.value) return
    saving.value = true
    const sent = copy(values)
    try {
      const saved = await options.save(sent, version)
      version = saved.version
      base.value = sent as typeof base.value
      draftAt.value = null
      if (!changed.value) dropDraft(options.name)
    } catch (cause) {
      explain(cause)
    } finally {
      saving.value = false
    }
    if (again) {
      again = false
      await flush()
    }
  }

  /** Writes this person's text over the other's. */
  async function overwrite(current: { version: number }): Promise<void> {
    version = current.version
    conflict.value = null
    await flush()
  }

  /** Takes the other's text; this person's can be called back. */
  function yieldTo(current: Record<string, unknown>): void {
    const mine = copy(values)
    const theirs = Object.fromEntries(Object.keys(values).map((field) => [field, current[field] ?? null])) as T
    version = Number(current.version)
    base.value = copy(theirs) as typeof base.value
    Object.assign(values, theirs)
    conflict.value = null
    toast.done(t('meetings.conflict.restored'), () => void Object.assign(values, mine))
  }

  /** Back to what is stored. */
  function discard(): void {
    Object.assign(values, copy(base.value))
    draftAt.value = null
    dropDraft(options.name)
  }

  onBeforeUnmount(() => {
    clearTimeout(timer)
    if (!changed.value) return
    keepDraft(options.name, values, Date.now())
    void flush()
  })

  return {
    values,
    changed,
    saving,
    draftAt,
    conflict,
    reason: (field: keyof T & string) => refused[field],
    flush,
    overwrite,
    yieldTo,
    discard,
  }
}
