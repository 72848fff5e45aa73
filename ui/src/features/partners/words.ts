import type { Partner, PartnerKind, PartnerState } from '@/bindings'
import type { Tone } from '@/shared/lib/states'
import { t } from '@/shared/strings'

export const KINDS: readonly PartnerKind[] = ['unit', 'expert', 'resident', 'merchant', 'volunteer']
export const STATES: readonly PartnerState[] = ['recruited', 'assessed', 'appointed', 'renewed', 'left']

export const kindWord = (kind: PartnerKind): string => t(`partners.kind.${kind}`)
export const stateWord = (state: PartnerState): string => t(`partners.state.${state}`)
export const kindOptions = KINDS.map((value) => ({ value, label: kindWord(value) }))
export const stateOptions = STATES.map((value) => ({ value, label: stateWord(value) }))

const TONES: Record<PartnerState, Tone> = { recruited: 'todo', assessed: 'doing', appointed: 'done', renewed: 'done', left: 'todo' }

/** Where a partner stands, as a badge; a term about to end says so by its colour. */
export function stateBadge(partner: Partner, ending: boolean): { tone: Tone; word: string } {
  return { tone: ending ? 'soon' : TONES[partner.state], word: stateWord(partner.state) }
}

/** `2028年12月` from `2028-12`; a year, month or day as precise as it is known. */
export function fuzzyWord(date: string | null): string {
  const [year, month, day] = (date ?? '').split('-')
  if (!year) return ''
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
}

/** Minutes as hours with at most one decimal. */
export function hoursOf(minutes: number): string {
  return String(Math.round(minutes / 6) / 10)
}

/** Tags of a typed line. */
export function tagsOf(line: string): string[] {
  const tags = line.split(/[、，,；;/\n]/).map((tag) => tag.trim())
  return [...new Set(tags.filter((tag) => tag !== ''))]
}
