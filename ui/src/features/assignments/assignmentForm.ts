import type { Assignment, Helper, Relation, SaveAssignment, SeatRow } from '@/bindings'
import type { AssignmentRequest } from '@/shared/lib/assign'
import type { Problems } from '@/shared/lib/form'
import { t } from '@/shared/strings'

const LONGEST_CONTENT = 500
const MOST_DAYS = 250

/** What the form of an assignment holds. */
export interface AssignmentValues {
  committee_id: string | null
  content: string
  /** The lead is not in the register. */
  outside: boolean
  lead_unit_id: string | null
  lead_name: string
  relation: Relation
  helpers: string[]
  dueBy: 'days' | 'date'
  working_days: number | null
  due_on: string | null
}

export function assignmentValues({ assignment, committeeId, item }: AssignmentRequest): AssignmentValues {
  return {
    committee_id: assignment?.committee_id ?? (committeeId || null),
    content: assignment?.content ?? [...(item?.decision ?? '')].slice(0, LONGEST_CONTENT).join(''),
    outside: assignment !== undefined && assignment.lead_unit_id === null,
    lead_unit_id: assignment?.lead_unit_id ?? null,
    lead_name: assignment?.lead_unit_id === null ? assignment.lead_name : '',
    relation: assignment?.relation ?? 'external',
    helpers: assignment?.helpers.flatMap(({ unit_id }) => unit_id ?? []) ?? [],
    dueBy: assignment ? 'date' : 'days',
    working_days: null,
    due_on: assignment?.due_on ?? null,
  }
}

function dueProblem(values: AssignmentValues): Problems<AssignmentValues> {
  if (values.dueBy === 'date') return values.due_on ? {} : { due_on: t('assignments.form.dueMissing') }
  const days = values.working_days
  return days === null || (days >= 1 && days <= MOST_DAYS) ? {} : { working_days: t('assignments.form.daysWrong') }
}

export function checkAssignment(values: AssignmentValues): Problems<AssignmentValues> {
  const content = values.content.trim()
  const problems: Problems<AssignmentValues> = dueProblem(values)
  if (!values.committee_id) problems.committee_id = t('assignments.form.committeeMissing')
  if (!content) problems.content = t('assignments.form.contentMissing')
  else if ([...content].length > LONGEST_CONTENT) problems.content = t('assignments.form.tooLong')
  if (values.outside && !values.lead_name.trim()) problems.lead_name = t('assignments.form.leadMissing')
  if (!values.outside && !values.lead_unit_id) problems.lead_unit_id = t('assignments.form.leadMissing')
  return problems
}

/** Helpers as the core takes them; those from outside the register that were there before stay. */
export function helpersOf(chosen: readonly string[], seats: readonly SeatRow[], before: readonly Helper[]): Helper[] {
  const known = chosen.flatMap((id) => {
    const seat = seats.find(({ unit_id }) => unit_id === id)
    const earlier = before.find(({ unit_id }) => unit_id === id)
    return seat ? [{ unit_id: id, name: seat.unit_name, relation: seat.relation }] : earlier ? [earlier] : []
  })
  return [...known, ...before.filter(({ unit_id }) => !unit_id)]
}

export function assignmentArguments(
  values: AssignmentValues,
  request: AssignmentRequest,
  version: number,
  helpers: Helper[],
): SaveAssignment {
  const before: Assignment | undefined = request.assignment
  return {
    ...(before ? { id: before.id } : {}),
    version,
    ...(request.item ? { item_id: request.item.id } : {}),
    ...(!request.item && values.committee_id ? { committee_id: values.committee_id } : {}),
    content: values.content,
    ...(values.outside
      ? { lead_name: values.lead_name, relation: values.relation }
      : { lead_name: '', ...(values.lead_unit_id ? { lead_unit_id: values.lead_unit_id } : {}) }),
    helpers,
    ...(values.dueBy === 'date' && values.due_on ? { due_on: values.due_on } : {}),
    ...(values.dueBy === 'days' && values.working_days !== null ? { working_days: values.working_days } : {}),
  }
}
