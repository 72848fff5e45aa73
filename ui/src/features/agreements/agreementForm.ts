import type { Agreement, SaveAgreement } from '@/bindings'
import type { Problems } from '@/shared/lib/form'
import { t } from '@/shared/strings'

/** What the form of an agreement holds. */
export interface AgreementValues {
  committee_id: string | null
  unit_id: string | null
  title: string
  content: string
  signed_on: string | null
  starts_on: string | null
  expires_on: string | null
  signer: string
  unit_signer: string
  reports_quarterly: boolean
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}

export function agreementValues(agreement: Agreement | null, committee: string | null): AgreementValues {
  const {
    committee_id = committee,
    unit_id = null,
    title = '',
    content = '',
    signed_on = null,
    starts_on = null,
    expires_on = null,
    signer = '',
    unit_signer = '',
    reports_quarterly = true,
  } = agreement ?? {}
  return {
    committee_id,
    unit_id,
    title,
    content,
    signed_on,
    starts_on,
    expires_on,
    signer,
    unit_signer,
    reports_quarterly,
  }
}

/** A renewal says the same as what it renews, from the day after its end. */
export function renewalValues(agreement: Agreement): AgreementValues {
  return {
    ...agreementValues(agreement, null),
    signed_on: null,
    starts_on: dayAfter(agreement.expires_on),
    expires_on: null,
  }
}

export function checkAgreement(values: AgreementValues): Problems<AgreementValues> {
  const problems: Problems<AgreementValues> = {}
  if (!values.committee_id) problems.committee_id = t('agreements.form.committeeMissing')
  if (!values.unit_id) problems.unit_id = t('agreements.form.unitMissing')
  if (!values.starts_on) problems.starts_on = t('agreements.form.dateMissing')
  if (!values.expires_on) problems.expires_on = t('agreements.form.dateMissing')
  else if (values.starts_on && values.expires_on < values.starts_on)
    problems.expires_on = t('agreements.form.backwards')
  return problems
}

export function agreementArguments(
  values: AgreementValues,
  id: string | undefined,
  version: number,
  renews: string | undefined,
): SaveAgreement {
  const { committee_id, unit_id, signed_on, starts_on, expires_on, ...rest } = values
  return {
    ...rest,
    ...(id ? { id } : {}),
    ...(renews ? { renews_id: renews } : {}),
    ...(signed_on ? { signed_on } : {}),
    version,
    committee_id: committee_id ?? '',
    unit_id: unit_id ?? '',
    starts_on: starts_on ?? '',
    expires_on: expires_on ?? '',
  }
}
