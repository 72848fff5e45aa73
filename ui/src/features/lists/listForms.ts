import type { Need, Resource, SaveNeed, SaveResource } from '@/bindings'
import type { Problems } from '@/shared/lib/form'
import { t } from '@/shared/strings'

/** What the form of a resource holds. */
export interface ResourceValues {
  unit_id: string | null
  committee_id: string | null
  kind: string | null
  title: string
  content: string
  available: string
  contact: string
}

export function resourceValues(
  resource: Resource | null,
  unit: string | null,
  committee: string | null,
): ResourceValues {
  const {
    unit_id = unit,
    committee_id = committee,
    kind = null,
    title = '',
    content = '',
    available = '',
    contact = '',
  } = resource ?? {}
  return { unit_id, committee_id, kind, title, content, available, contact }
}

function lineProblems(values: {
  title: string
  kind: string | null
}): Problems<{ title: string; kind: string | null }> {
  return {
    ...(values.title.trim() ? {} : { title: t('lists.form.titleMissing') }),
    ...(values.kind ? {} : { kind: t('lists.form.kindMissing') }),
  }
}

export function checkResource(values: ResourceValues): Problems<ResourceValues> {
  return { ...lineProblems(values), ...(values.unit_id ? {} : { unit_id: t('lists.form.unitMissing') }) }
}

export function resourceArguments(
  { unit_id, committee_id, kind, ...rest }: ResourceValues,
  id: string | undefined,
  version: number,
): SaveResource {
  return {
    ...rest,
    ...(id ? { id } : {}),
    version,
    unit_id: unit_id ?? '',
    kind: kind ?? '',
    ...(committee_id ? { committee_id } : {}),
  }
}

/** What the form of a need holds. */
export interface NeedValues {
  committee_id: string | null
  unit_id: string | null
  proposer: string
  kind: string | null
  title: string
  content: string
  raised_on: string | null
  wanted_by: string | null
}

export function needValues(need: Need | null, committee: string | null, today: string): NeedValues {
  const {
    committee_id = committee,
    unit_id = null,
    proposer = '',
    kind = null,
    title = '',
    content = '',
    raised_on = today,
    wanted_by = null,
  } = need ?? {}
  return { committee_id, unit_id, proposer, kind, title, content, raised_on, wanted_by }
}

export function checkNeed(values: NeedValues): Problems<NeedValues> {
  const problems: Problems<NeedValues> = lineProblems(values)
  if (!values.committee_id) problems.committee_id = t('lists.form.committeeMissing')
  if (values.raised_on && values.wanted_by && values.wanted_by < values.raised_on)
    problems.wanted_by = t('lists.form.wantedEarly')
  return problems
}

export function needArguments(values: NeedValues, id: string | undefined, version: number): SaveNeed {
  const { committee_id, unit_id, kind, raised_on, wanted_by, ...rest } = values
  return {
    ...rest,
    ...(id ? { id } : {}),
    version,
    committee_id: committee_id ?? '',
    kind: kind ?? '',
    ...(unit_id ? { unit_id } : {}),
    ...(raised_on ? { raised_on } : {}),
    ...(wanted_by ? { wanted_by } : {}),
  }
}
