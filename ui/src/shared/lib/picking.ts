import { computed, ref, shallowRef, watch, type Ref } from 'vue'

export type PickerValue = string | number | boolean

export interface PickerOption<V extends PickerValue = PickerValue> {
  value: V
  label: string
  /** Stands behind the label, smaller; is found by typing as well. */
  note?: string
  disabled?: boolean
}

/** Whether `text` is read as the letters typed: pinyin, its beginnings or initials, in any reading of a character. */
export type ReadAs = (text: string, letters: string) => boolean

/** Rows of a list that are drawn at once; more are told of, and found by typing. */
export const DRAWN = 100

const LETTERS = /^[a-z]+$/

/** Text as it is compared: full-width as half-width, small letters, no spaces. */
export function compared(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}

/** Options that fit what was typed, those that begin with it first, then those that hold it, then those read as it. */
export function matching<V extends PickerValue>(
  options: readonly PickerOption<V>[],
  typed: string,
  readAs: ReadAs | null,
): PickerOption<V>[] {
  const wanted = compared(typed)
  if (wanted === '') return [...options]
  const ranks: PickerOption<V>[][] = [[], [], []]
  for (const option of options) {
    const label = compared(option.label)
    if (label.startsWith(wanted)) ranks[0]?.push(option)
    else if (label.includes(wanted) || compared(option.note ?? '').includes(wanted)) ranks[1]?.push(option)
    else if (readAs && LETTERS.test(wanted) && readAs(option.label, wanted)) ranks[2]?.push(option)
  }
  return ranks.flat()
}

let loading: Promise<ReadAs> | null = null

/** The dictionary of readings is large and few pickers are typed into by letters: it comes when letters are typed. */
export function loadReadings(): Promise<ReadAs> {
  loading ??= import('pinyin-pro').then(
    ({ match }) =>
      (text, letters) =>
        match(text, letters, { precision: 'start', continuous: true }) !== null,
  )
  return loading
}

/** The options that fit `typed`, with pinyin as soon as its dictionary is there. */
export function useMatching<V extends PickerValue>(options: () => readonly PickerOption<V>[], typed: Ref<string>) {
  const readAs = shallowRef<ReadAs | null>(null)
  watch(typed, async (text) => {
    if (readAs.value === null && LETTERS.test(compared(text))) readAs.value = await loadReadings()
  })
  return computed(() => matching(options(), typed.value, readAs.value))
}

/** What a picker's field shows and looks for: its text is the chosen label until somebody types. */
export function useTyped(label: () => string, open: Ref<boolean>) {
  const text = ref(label())
  const query = ref('')
  function type(next: string): void {
    text.value = next
    query.value = next === label() ? '' : next
  }
  watch([label, open], () => {
    if (open.value) return
    text.value = label()
    query.value = ''
  })
  return { text, query, type }
}
