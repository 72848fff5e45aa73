import type { Assignment, AssignmentRow, AssignmentState, Relation } from '@/bindings'
import type { Tone } from '@/shared/lib/states'
import { t } from '@/shared/strings'

export const STATES: readonly AssignmentState[] = ['open', 'claimed', 'closed', 'withdrawn']
export const RELATIONS: readonly { value: Relation; label: string }[] = (
  ['subordinate', 'partner', 'vertical', 'external'] as const
).map((value) => ({ value, label: t(`assignments.relation.${value}`) }))

const SOON_DAYS = 7
const DAY_MS = 86_400_000

/** Whole days from one date to another; negative when it is past. */
export const daysUntil = (date: string, today: string): number =>
  Math.round((Date.parse(date) - Date.parse(today)) / DAY_MS)

const isOver = (state: AssignmentState) => state === 'closed' || state === 'withdrawn'

/** 逾期: due before today and not closed. */
export const isLate = ({ state, due_on }: Pick<Assignment, 'state' | 'due_on'>, today: string): boolean =>
  !isOver(state) && due_on < today

/** Where an assignment stands; what is late or soon due says so first. */
export function assignmentBadge(
  assignment: Pick<Assignment, 'state' | 'due_on'>,
  today: string,
): { tone: Tone; word: string } {
  const word = t(`assignments.state.${assignment.state}`)
  if (assignment.state === 'closed') return { tone: 'done', word }
  if (assignment.state === 'withdrawn') return { tone: 'todo', word }
  const days = daysUntil(assignment.due_on, today)
  if (days < 0) return { tone: 'late', word: t('assignments.late') }
  if (assignment.state === 'claimed') return { tone: 'doing', word }
  if (days === 0) return { tone: 'soon', word: t('assignments.today') }
  return days <= SOON_DAYS ? { tone: 'soon', word: t('assignments.soon', { days }) } : { tone: 'doing', word }
}

export const paperOf = (relation: Relation): string => t(`assignments.paperOf.${relation}`)

/** `安居物业（共建 · 任务认领单）`. */
export function partyText({ name, relation }: { name: string; relation: Relation }): string {
  return t('assignments.record.leadValue', {
    name,
    relation: t(`assignments.relation.${relation}`),
    paper: paperOf(relation),
  })
}

export const helpersText = ({ assignment }: Pick<AssignmentRow, 'assignment'>): string =>
  assignment.helpers.map(({ name }) => name).join('、')

const LEVELS = ['none', 'first', 'second', 'third'] as const

/** How far reminders went: 联络员, 分管领导, 主要领导. */
export const levelWord = (level: number): string =>
  t(`assignments.level.${LEVELS[Math.max(0, Math.min(level, 3))] ?? 'none'}`)
