import type { Partner, PartnerKind, PartnerState, SavePartner } from '@/bindings'
import type { Problems } from '@/shared/lib/form'
import { fuzzyDateProblem } from '@/shared/lib/fuzzyDate'
import { t } from '@/shared/strings'
import { serves } from './words'

/** What the form of a partner holds; where a new one stands already is asked too. */
export interface PartnerValues {
  kind: PartnerKind
  name: string
  community_id: string | null
  unit_id: string | null
  contact_name: string
  phone: string
  skills: string[]
  services: string
  times: string[]
  discount: string
  state: PartnerState
  since: string
  term_from: string
  term_to: string
  number: string
  note: string
}

export function valuesOf(partner: Partner | null, community: string | null): PartnerValues {
  return {
    kind: partner?.kind ?? 'expert',
    name: partner?.name ?? '',
    community_id: partner ? partner.community_id : community,
    unit_id: partner?.unit_id ?? null,
    contact_name: partner?.contact_name ?? '',
    phone: partner?.phone ?? '',
    skills: partner?.skills ?? [],
    services: partner?.services ?? '',
    times: partner?.times ?? [],
    discount: partner?.discount ?? '',
    state: 'recruited',
    since: '',
    term_from: '',
    term_to: '',
    number: partner?.number ?? '',
    note: partner?.note ?? '',
  }
}

export function checkPartner(values: PartnerValues): Problems<PartnerValues> {
  const problems: Problems<PartnerValues> = {}
  if (!values.name.trim()) problems.name = t('partners.form.nameMissing')
  if (values.kind === 'merchant' && !values.discount.trim()) problems.discount = t('partners.form.discountMissing')
  for (const field of ['since', 'term_from', 'term_to'] as const) {
    const problem = fuzzyDateProblem(values[field])
    if (problem) problems[field] = problem
  }
  if (serves(values.state) && !values.term_from.trim()) problems.term_from ??= t('partners.form.termMissing')
  if (serves(values.state) && !values.term_to.trim()) problems.term_to ??= t('partners.form.termMissing')
  return problems
}

/** The form as the core takes it; `today` dates a state that was given no day. */
export function argumentsOf(
  values: PartnerValues,
  partner: Partner | null,
  version: number,
  today: string,
): SavePartner {
  const { state, since, term_from, term_to, number, ...rest } = values
  const begins = {
    state,
    date: since.trim() || today,
    term_from: term_from.trim() || null,
    term_to: term_to.trim() || null,
  }
  const numbered = number.trim() !== (partner?.number ?? '')
  return {
    ...rest,
    version,
    ...(partner ? { id: partner.id } : { begins }),
    ...(numbered ? { number: number.trim() } : {}),
  }
}
