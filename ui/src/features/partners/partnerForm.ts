import type { Partner, PartnerKind, SavePartner } from '@/bindings'
import type { Problems } from '@/shared/lib/form'
import { t } from '@/shared/strings'
import { tagsOf } from './words'

/** What the form of a partner holds; tags are one typed line each. */
export interface PartnerValues {
  kind: PartnerKind
  name: string
  community_id: string | null
  contact_name: string
  phone: string
  skills: string
  services: string
  times: string
  discount: string
  note: string
}

export function valuesOf(partner: Partner | null): PartnerValues {
  return {
    kind: partner?.kind ?? 'expert',
    name: partner?.name ?? '',
    community_id: partner?.community_id ?? null,
    contact_name: partner?.contact_name ?? '',
    phone: partner?.phone ?? '',
    skills: partner?.skills.join('、') ?? '',
    services: partner?.services ?? '',
    times: partner?.times.join('、') ?? '',
    discount: partner?.discount ?? '',
    note: partner?.note ?? '',
  }
}

export function checkPartner(values: PartnerValues): Problems<PartnerValues> {
  const problems: Problems<PartnerValues> = {}
  if (!values.name.trim()) problems.name = t('partners.form.nameMissing')
  if (values.kind === 'merchant' && !values.discount.trim()) problems.discount = t('partners.form.discountMissing')
  return problems
}

export function argumentsOf(values: PartnerValues, partner: Partner | null, version: number): SavePartner {
  return {
    ...values,
    ...(partner ? { id: partner.id } : {}),
    version,
    unit_id: partner?.unit_id ?? null,
    skills: tagsOf(values.skills),
    times: tagsOf(values.times),
  }
}
