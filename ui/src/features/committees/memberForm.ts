import type { CommitteeMember, Duty, MemberStage } from '@/bindings'
import type { Problems } from '@/shared/lib/form'
import { fuzzyDateProblem } from '@/shared/lib/fuzzyDate'
import { t } from '@/shared/strings'
import { POSTS, STAGES } from './words'

/** What the form of a 委员 holds: the person, and a date (or none) for each step. */
export type MemberValues = { name: string; post: string; duty: Duty; unit_id: string | null } & Record<
  MemberStage,
  string
>

export function memberValues(member: CommitteeMember | null): MemberValues {
  const dateOf = (stage: MemberStage) => member?.stages.find((each) => each.stage === stage)?.date ?? ''
  return {
    name: member?.name ?? '',
    post: member?.post ?? POSTS.at(-1) ?? '',
    duty: member?.duty ?? 'part_time',
    unit_id: member?.unit_id ?? null,
    recommended: dateOf('recommended'),
    selected: dateOf('selected'),
    approved: dateOf('approved'),
    filed: dateOf('filed'),
    appointed: dateOf('appointed'),
    left: dateOf('left'),
  }
}

export function checkMember(values: MemberValues): Problems<MemberValues> {
  const problems: Problems<MemberValues> = {}
  if (!values.name.trim()) problems.name = t('common.form.missing', { label: t('committees.member.name') })
  if (values.duty === 'part_time' && !values.unit_id)
    problems.unit_id = t('common.form.missing', { label: t('committees.member.unit') })
  for (const stage of STAGES) {
    const problem = fuzzyDateProblem(values[stage])
    if (problem) problems[stage] = problem
  }
  return problems
}

/** The record to save: the furthest dated step is where the person stands; a full-time 委员 without dates is in office. */
export function memberOf(
  values: MemberValues,
  member: CommitteeMember | null,
  committee: string,
  version: number,
): CommitteeMember {
  const stages = STAGES.filter((stage) => values[stage].trim()).map((stage) => ({ stage, date: values[stage].trim() }))
  const first: MemberStage = values.duty === 'full_time' ? 'appointed' : 'recommended'
  return {
    id: member?.id ?? '',
    version,
    committee_id: committee,
    name: values.name,
    post: values.post,
    duty: values.duty,
    unit_id: values.duty === 'part_time' ? values.unit_id : null,
    stage: stages.at(-1)?.stage ?? first,
    stages,
    position: member?.position ?? 0,
    retired: member?.retired ?? false,
  }
}
