import { computed, reactive, ref, watch } from 'vue'
import { ApiError } from '@/platform'
import { t } from '../strings'
import { useDraft, type DraftOptions, type Versioned } from './draft'
import type { Choose } from './merge'

export type Problems<T> = Partial<Record<keyof T & string, string>>

export interface FormOptions<T extends object, R extends Versioned> extends Omit<DraftOptions<T, R>, 'allowed'> {
  /** Reasons by field, checked while typing. */
  check?: (value: T) => Problems<T>
}

/** One form: a draft with reasons under its fields, saved when nothing is missing. */
export function useForm<T extends object, R extends Versioned = Versioned>(options: FormOptions<T, R>) {
  const touched = reactive(new Set<string>())
  const refused = reactive<Record<string, string>>({})
  const failure = ref<string | null>(null)
  const draft = useDraft<T, R>({ ...options, allowed: mayBeSaved })
  const { values, lost } = draft

  const forgotten = computed(() => lost.value.map((path) => [path.split('.')[0], t('common.draft.lostField')] as const))
  const problems = computed<Problems<T>>(() => ({
    ...(Object.fromEntries(forgotten.value) as Problems<T>),
    ...options.check?.(values),
  }))
  const valid = computed(() => Object.keys(problems.value).length === 0)

  watch(values, () => {
    for (const field of Object.keys(refused)) Reflect.deleteProperty(refused, field)
  })

  function mayBeSaved(): boolean {
    for (const field of Object.keys(problems.value)) touched.add(field)
    return valid.value
  }

  /** The reason to show under a field: the core's refusal, else our own check once the field was left. */
  function reason(field: keyof T & string): string | undefined {
    return refused[field] ?? (touched.has(field) ? problems.value[field] : undefined)
  }

  async function attempt(work: () => Promise<boolean>): Promise<boolean> {
    failure.value = null
    try {
      return await work()
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause
      if (cause.field) refused[cause.field] = cause.message
      failure.value = cause.message
      return false
    }
  }

  /** Saves when nothing is missing; answers whether it did. */
  const submit = () => attempt(draft.save)
  const settle = (choose: Choose) => attempt(() => draft.settle(choose))
  const touch = (field: keyof T & string) => touched.add(field)

  /** Back to what is stored. */
  function reset(): void {
    draft.giveWay()
    touched.clear()
  }

  const { changed, saving, conflict, waiting, found, later, ask, forget } = draft
  return {
    values,
    changed,
    valid,
    saving,
    failure,
    conflict,
    waiting,
    found,
    lost,
    reason,
    touch,
    submit,
    settle,
    later,
    ask,
    reset,
    forget,
  }
}

export type FormState = Omit<ReturnType<typeof useForm<object>>, 'values' | 'reason' | 'touch' | 'valid'>
