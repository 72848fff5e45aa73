import { computed, onScopeDispose, reactive, ref, watch } from 'vue'
import { ApiError, type ConflictDetail } from '@/platform'
import { dropDraft, keepDraft, readDraft } from './drafts'

export type Problems<T> = Partial<Record<keyof T & string, string>>

export interface FormOptions<T extends object> {
  /** Names the draft, e.g. `units.new` or `units.<id>`. */
  name: string
  initial: T
  /** Reasons by field, checked while typing. */
  check?: (value: T) => Problems<T>
  save: (value: T) => Promise<void>
}

const DRAFT_DELAY_MS = 400
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** State of one form: values, reasons under fields, unsaved changes, the draft that survives a crash, and a conflict when somebody was faster. */
export function useForm<T extends object>(options: FormOptions<T>) {
  const found = readDraft<T>(options.name)
  const original = copy(options.initial)
  const values = reactive(copy(found ? { ...options.initial, ...found.value } : options.initial)) as T
  const touched = reactive(new Set<string>())
  const refused = reactive<Record<string, string>>({})
  const saving = ref(false)
  const failure = ref<string | null>(null)
  const conflict = ref<ConflictDetail | null>(null)
  const draftAt = ref<number | null>(found && !same(found.value, original) ? found.at : null)

  const changed = computed(() => !same(values, original))
  const problems = computed<Problems<T>>(() => options.check?.(values) ?? {})
  const valid = computed(() => Object.keys(problems.value).length === 0)

  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = watch(values, () => {
    for (const field of Object.keys(refused)) Reflect.deleteProperty(refused, field)
    clearTimeout(timer)
    timer = setTimeout(
      () => (changed.value ? keepDraft(options.name, values, Date.now()) : dropDraft(options.name)),
      DRAFT_DELAY_MS,
    )
  })
  onScopeDispose(() => clearTimeout(timer))

  /** The reason to show under a field: the core's refusal, else our own check once the field was left. */
  function reason(field: keyof T & string): string | undefined {
    return refused[field] ?? (touched.has(field) ? problems.value[field] : undefined)
  }

  function forget(): void {
    clearTimeout(timer)
    dropDraft(options.name)
    draftAt.value = null
  }

  function reset(): void {
    Object.assign(values, copy(original))
    touched.clear()
    forget()
  }

  function explain(cause: unknown): void {
    if (!(cause instanceof ApiError)) throw cause
    conflict.value = cause.conflict
    if (cause.field) refused[cause.field] = cause.message
    failure.value = cause.conflict ? null : cause.message
  }

  /** Saves when nothing is missing; answers whether it did. */
  async function submit(): Promise<boolean> {
    for (const field of Object.keys(problems.value)) touched.add(field)
    if (!valid.value || saving.value) return false
    saving.value = true
    failure.value = null
    try {
      await options.save(copy(values))
      stop()
      forget()
      return true
    } catch (cause) {
      explain(cause)
      return false
    } finally {
      saving.value = false
    }
  }

  const touch = (field: keyof T & string) => touched.add(field)
  return { values, changed, valid, saving, failure, conflict, draftAt, reason, touch, submit, reset, forget }
}

export type FormState = Pick<
  ReturnType<typeof useForm<object>>,
  'changed' | 'saving' | 'failure' | 'draftAt' | 'submit' | 'reset' | 'forget'
>
