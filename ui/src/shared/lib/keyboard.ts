/** True while an input method is composing: its Enter chooses a word and must not act. */
export function isComposing(event: KeyboardEvent): boolean {
  // Safari and old WebKit end composition before the keydown, and mark it with 229 only.
  return event.isComposing || event.keyCode === 229
}

/** True for Enter that a person meant as Enter. */
export function isPlainEnter(event: KeyboardEvent): boolean {
  return (
    event.key === 'Enter' && !isComposing(event) && !event.ctrlKey && !event.altKey && !event.shiftKey && !event.metaKey
  )
}

export function isChord(event: KeyboardEvent, key: string): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === key
}

const FIELDS =
  'input:not([disabled]):not([type=hidden]), textarea:not([disabled]), select:not([disabled]), button[type=submit]'

/** Moves to the field after `from` inside `root`; answers whether there was one. */
export function focusNextField(root: HTMLElement, from: Element): boolean {
  const fields = [...root.querySelectorAll<HTMLElement>(FIELDS)].filter((field) => field.tabIndex >= 0)
  const next = fields[fields.indexOf(from as HTMLElement) + 1]
  next?.focus()
  return next !== undefined
}
