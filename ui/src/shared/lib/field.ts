import { computed, inject, type InjectionKey, type Ref } from 'vue'

interface FieldContext {
  id: string
  reason: Readonly<Ref<string | undefined>>
  required: Readonly<Ref<boolean>>
}

/** What a FormField tells the input inside it. */
export const FIELD: InjectionKey<FieldContext> = Symbol('field')

/** Attributes that tie an input to the label and the reason around it. */
export function useField() {
  const field = inject(FIELD, null)
  return computed(() => ({
    id: field?.id,
    'aria-invalid': field?.reason.value ? true : undefined,
    'aria-required': field?.required.value || undefined,
    'aria-describedby': field ? `${field.id}-note` : undefined,
  }))
}
