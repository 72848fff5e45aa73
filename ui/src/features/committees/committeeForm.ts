import type { Committee, CommitteeLevel } from '@/bindings'
import type { Problems } from '@/shared/lib/form'
import { fuzzyDateProblem } from '@/shared/lib/fuzzyDate'
import { t } from '@/shared/strings'

export const LEVELS: readonly { value: CommitteeLevel; label: string }[] = (['street', 'community'] as const).map(
  (value) => ({ value, label: t(`committees.level.${value}`) }),
)

/** What the form of a committee holds. */
export interface CommitteeValues {
  level: CommitteeLevel
  community_id: string | null
  name: string
  short_name: string
  issuing_body_id: string | null
  secretary_name: string
  secretary_post: string
  recorder_name: string
  meeting_place: string
  contact: string
  units_per_month: number | null
  term_start: string
  term_end: string
}

const BLANK: CommitteeValues = {
  level: 'community',
  community_id: null,
  name: '',
  short_name: '',
  issuing_body_id: null,
  secretary_name: '',
  secretary_post: '',
  recorder_name: '',
  meeting_place: '',
  contact: '',
  units_per_month: 1,
  term_start: '',
  term_end: '',
}

export function committeeValues(committee: Committee | null): CommitteeValues {
  if (!committee) return { ...BLANK }
  const kept = Object.keys(BLANK).map((field) => [field, committee[field as keyof CommitteeValues]])
  return {
    ...(Object.fromEntries(kept) as CommitteeValues),
    term_start: committee.term_start ?? '',
    term_end: committee.term_end ?? '',
  }
}

export function checkCommittee(values: CommitteeValues): Problems<CommitteeValues> {
  const problems: Problems<CommitteeValues> = {}
  const missing = (field: 'name' | 'shortName' | 'community') =>
    t('common.form.missing', { label: t(`committees.form.${field}`) })
  if (!values.name.trim()) problems.name = missing('name')
  if (!values.short_name.trim()) problems.short_name = missing('shortName')
  if (values.level === 'community' && !values.community_id) problems.community_id = missing('community')
  for (const field of ['term_start', 'term_end'] as const) {
    const problem = fuzzyDateProblem(values[field])
    if (problem) problems[field] = problem
  }
  return problems
}

export function committeeOf(values: CommitteeValues, committee: Committee | null, version: number): Committee {
  return {
    ...values,
    id: committee?.id ?? '',
    version,
    position: committee?.position ?? 0,
    retired: committee?.retired ?? false,
    community_id: values.level === 'street' ? null : values.community_id,
    units_per_month: values.units_per_month ?? 1,
    term_start: values.term_start.trim() || null,
    term_end: values.term_end.trim() || null,
  }
}
