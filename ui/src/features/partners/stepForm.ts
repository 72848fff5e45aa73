import type { Partner, PartnerState, StepPartners } from '@/bindings'
import type { Problems } from '@/shared/lib/form'
import { fuzzyDateProblem } from '@/shared/lib/fuzzyDate'
import { t } from '@/shared/strings'
import { serves } from './words'

export type TermWay = 'one' | 'following'

/** What is asked of a step; an appointment asks for its term. */
export interface StepValues {
  date: string
  /** One term for all, or each one's follows its last. */
  way: TermWay
  term_from: string
  term_to: string
  years: number | null
  give_number: boolean
  note: string
}

const YEARS = 2

export function stepValues(partners: readonly Partner[], state: PartnerState): StepValues {
  const [only] = partners
  const follows = state === 'renewed' && partners.every(({ term_to }) => term_to)
  return {
    date: '',
    way: follows ? 'following' : 'one',
    term_from: '',
    term_to: '',
    years: YEARS,
    give_number: partners.length === 1 && only?.number === '',
    note: '',
  }
}

export function checkStep(values: StepValues, state: PartnerState): Problems<StepValues> {
  const problems: Problems<StepValues> = {}
  for (const field of ['date', 'term_from', 'term_to'] as const) {
    const problem = fuzzyDateProblem(values[field])
    if (problem) problems[field] = problem
  }
  if (state === 'left' && !values.note.trim()) problems.note = t('partners.step.noteHint')
  if (!serves(state)) return problems
  if (values.way === 'following') {
    if (!values.years || values.years < 1)
      problems.years = t('common.form.missing', { label: t('partners.step.years') })
    return problems
  }
  if (!values.term_from.trim()) problems.term_from ??= t('partners.form.termMissing')
  if (!values.term_to.trim()) problems.term_to ??= t('partners.form.termMissing')
  return problems
}

/** The partners of a step, one of them as it is stored by now. */
export const withPartner = (partners: readonly Partner[], now: Partner): Partner[] =>
  partners.map((partner) => (partner.id === now.id ? now : partner))

export function stepArguments(values: StepValues, partners: readonly Partner[], state: PartnerState): StepPartners {
  const one = serves(state) && values.way === 'one'
  return {
    partners: partners.map(({ id, version }) => ({ id, version })),
    state,
    term_from: one ? values.term_from.trim() : null,
    term_to: one ? values.term_to.trim() : null,
    note: values.note,
    ...(values.date.trim() ? { date: values.date.trim() } : {}),
    ...(serves(state) && values.way === 'following' && values.years ? { years: values.years } : {}),
    ...(values.give_number ? { give_number: true } : {}),
  }
}
