import { isComposing } from './keyboard'

/** Characters go to the field all the same; these keys would act on it, or on what is around it. */
const ACTING = /^(Enter|Escape|Tab|Backspace|Delete|Home|End|PageUp|PageDown|Arrow\w+| |Process|Unidentified)$/

/**
 * Keys pressed while an input method composes belong to it: Enter takes its word, Esc gives the word up. They are stopped
 * before any field, list, dialog or form hears of them, whatever library it is built on, and what they do in the input
 * method itself stays as it is. Call once, before anything else listens.
 */
export function keepKeysOfInputMethod(target: Window): void {
  target.addEventListener(
    'keydown',
    (event) => {
      if (isComposing(event) && ACTING.test(event.key)) event.stopImmediatePropagation()
    },
    true,
  )
}
