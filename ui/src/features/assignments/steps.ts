import type { Assignment, AssignmentStep } from '@/bindings'
import type { Problems } from '@/shared/lib/form'
import { t } from '@/shared/strings'
import { isLate } from './words'

export type StepName = Exclude<AssignmentStep['step'], 'rate'>

/** What a step's dialog may ask for. */
export interface StepValues {
  text: string
  result: string
  by: string
  on: string | null
  satisfaction: number | null
  reason: string
  to: string | null
  granted: 'yes' | 'no'
}
export type StepField = keyof StepValues

/** The questions of each step, in order. */
export const FIELDS: Record<StepName, readonly StepField[]> = {
  progress: ['text'],
  claim: ['result'],
  approve: ['by', 'on', 'satisfaction'],
  return: ['reason'],
  ask_extension: ['to', 'reason'],
  answer_extension: ['granted', 'by'],
  remind: [],
  withdraw: ['reason'],
}

const OPTIONAL: ReadonlySet<StepField> = new Set(['satisfaction', 'granted'])
export const isRequired = (field: StepField): boolean => !OPTIONAL.has(field)

const MAX_REMINDERS = 3

/** Steps that can be taken now, the most likely first. */
export function stepsNow(assignment: Assignment, today: string): StepName[] {
  const asked = assignment.extension_to !== null
  if (assignment.state === 'claimed')
    return ['approve', 'return', 'progress', ...(asked ? (['answer_extension'] as const) : []), 'withdraw']
  if (assignment.state !== 'open') return []
  const extension: StepName[] = asked ? ['answer_extension'] : isLate(assignment, today) ? [] : ['ask_extension']
  const remind: StepName[] = assignment.reminded < MAX_REMINDERS ? ['remind'] : []
  return asked
    ? [...extension, 'progress', 'claim', ...remind, 'withdraw']
    : ['progress', 'claim', ...extension, ...remind, 'withdraw']
}

export function blankValues(assignment: Assignment, today: string): StepValues {
  return {
    text: '',
    result: assignment.result,
    by: '',
    on: today,
    satisfaction: null,
    reason: '',
    to: null,
    granted: 'yes',
  }
}

export function checkStep(step: StepName, values: StepValues, assignment: Assignment): Problems<StepValues> {
  const problems: Problems<StepValues> = {}
  for (const field of FIELDS[step].filter(isRequired)) {
    if (!String(values[field] ?? '').trim())
      problems[field] = t('assignments.missing', { label: t(`assignments.field.${field}`) })
  }
  if (step === 'ask_extension' && values.to && values.to <= assignment.due_on)
    problems.to = t('assignments.laterThan', { due: assignment.due_on })
  return problems
}

/** The step as the core takes it. */
export function stepOf(step: StepName, values: StepValues): AssignmentStep {
  switch (step) {
    case 'progress':
      return { step, text: values.text }
    case 'claim':
      return { step, result: values.result }
    case 'approve':
      return {
        step,
        by: values.by,
        ...(values.on ? { on: values.on } : {}),
        ...(values.satisfaction === null ? {} : { satisfaction: values.satisfaction }),
      }
    case 'return':
      return { step, reason: values.reason }
    case 'ask_extension':
      return { step, to: values.to ?? '', reason: values.reason }
    case 'answer_extension':
      return { step, granted: values.granted === 'yes', by: values.by }
    case 'remind':
      return { step }
    case 'withdraw':
      return { step, reason: values.reason }
  }
}
