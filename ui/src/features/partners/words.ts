import type { Partner, PartnerKind, PartnerState } from '@/bindings'
import { fuzzyDateText } from '@/shared/lib/fuzzyDate'
import type { Tone } from '@/shared/lib/states'
import { t } from '@/shared/strings'

export const KINDS: readonly PartnerKind[] = ['unit', 'expert', 'resident', 'merchant', 'volunteer']
export const STATES: readonly PartnerState[] = ['recruited', 'assessed', 'appointed', 'renewed', 'left']

export const kindWord = (kind: PartnerKind): string => t(`partners.kind.${kind}`)
export const stateWord = (state: PartnerState): string => t(`partners.state.${state}`)
export const kindOptions = KINDS.map((value) => ({ value, label: kindWord(value) }))
export const stateOptions = STATES.map((value) => ({ value, label: stateWord(value) }))
/** 聘任 and 续聘 ask for a term. */
export const serves = (state: PartnerState): boolean => state === 'appointed' || state === 'renewed'

const TONES: Record<PartnerState, Tone> = {
  recruited: 'todo',
  assessed: 'doing',
  appointed: 'done',
  renewed: 'done',
  left: 'todo',
}

/** Where a partner stands, as a badge; a term about to end says so by its colour. */
export function stateBadge(partner: Partner, ending: boolean): { tone: Tone; word: string } {
  return { tone: ending ? 'soon' : TONES[partner.state], word: stateWord(partner.state) }
}

const DAY_MS = 86_400_000

/** When the term of one who serves ends, seen from today; none for others. */
export function endsText({ state, ends_on }: Pick<Partner, 'state' | 'ends_on'>, today: string): string {
  if (!serves(state) || !ends_on) return ''
  const date = fuzzyDateText(ends_on)
  const days = Math.round((Date.parse(ends_on) - Date.parse(today)) / DAY_MS)
  if (days < 0) return t('partners.record.ended', { date })
  return days === 0 ? t('partners.record.endsToday') : t('partners.record.endsIn', { days, date })
}

/** Minutes as hours with at most one decimal. */
export function hoursOf(minutes: number): string {
  return String(Math.round(minutes / 6) / 10)
}

/** Hours as they were typed, in minutes; none where they are no number. */
export function minutesOf(hours: string): number | null {
  const number = Number(hours.trim().replace('．', '.'))
  return hours.trim() === '' || Number.isNaN(number) ? null : Math.round(number * 60)
}
