import type { Rules, WordingKind } from '@/bindings'

/** A field as a text names it. */
export const braced = (name: string) => `{{ ${name} }}`

/** The rules with one text of the office's own; an empty one goes back to the default. */
export function wordingRules(rules: Rules, kind: WordingKind, text: string): Rules {
  return { ...rules, wording: { ...rules.wording, [kind]: text.trim() } }
}
