import type { ClaimNeed, Need, ProjectPlan } from '@/bindings'
import type { Problems } from '@/shared/lib/form'
import { t } from '@/shared/strings'

/** What the form of a claim holds; with `begin` the project starts in the same stroke. */
export interface ClaimValues {
  resource_id: string | null
  unit_id: string | null
  by_name: string
  claimed_on: string | null
  note: string
  begin: boolean
  title: string
  content: string
  due_on: string | null
}

export function claimValues(need: Need, resource: string | null, today: string): ClaimValues {
  return {
    resource_id: resource,
    unit_id: null,
    by_name: '',
    claimed_on: today,
    note: '',
    begin: resource !== null,
    title: '',
    content: '',
    due_on: need.wanted_by,
  }
}

export function checkClaim(values: ClaimValues): Problems<ClaimValues> {
  return {
    ...(values.by_name.trim() ? {} : { by_name: t('lists.claim.byMissing') }),
    ...(values.resource_id || values.unit_id ? {} : { unit_id: t('lists.claim.unitMissing') }),
  }
}

export function claimArguments(values: ClaimValues, need: string): { claim: ClaimNeed; plan: ProjectPlan } {
  const who = values.resource_id
    ? { resource_id: values.resource_id }
    : values.unit_id
      ? { unit_id: values.unit_id }
      : {}
  const claim = {
    need_id: need,
    ...who,
    by_name: values.by_name,
    note: values.note,
    ...(values.claimed_on ? { claimed_on: values.claimed_on } : {}),
  }
  return {
    claim,
    plan: { title: values.title, content: values.content, ...(values.due_on ? { due_on: values.due_on } : {}) },
  }
}
