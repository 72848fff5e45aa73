import type { NeedState, Project, ProjectState, Resource } from '@/bindings'
import type { Tone } from '@/shared/lib/states'
import { t } from '@/shared/strings'

export const NEED_STATES: readonly NeedState[] = ['waiting', 'taken', 'matched', 'met', 'dropped']
export const PROJECT_STATES: readonly ProjectState[] = ['planned', 'underway', 'done', 'stopped']

const NEED_TONES: Record<NeedState, Tone> = {
  waiting: 'soon',
  taken: 'doing',
  matched: 'doing',
  met: 'done',
  dropped: 'todo',
}
const PROJECT_TONES: Record<ProjectState, Tone> = { planned: 'todo', underway: 'doing', done: 'done', stopped: 'todo' }

export const needBadge = (state: NeedState): { tone: Tone; word: string } => ({
  tone: NEED_TONES[state],
  word: t(`lists.need.${state}`),
})

export const isOver = (state: ProjectState): boolean => state === 'done' || state === 'stopped'

/** Where a project stands; one past its day says so first. */
export function projectBadge(
  { state, due_on }: Pick<Project, 'state' | 'due_on'>,
  today: string,
): { tone: Tone; word: string } {
  if (!isOver(state) && due_on !== null && due_on < today) return { tone: 'late', word: t('lists.state.late') }
  return { tone: PROJECT_TONES[state], word: t(`lists.project.${state}`) }
}

export const resourceBadge = ({ retired }: Pick<Resource, 'retired'>): { tone: Tone; word: string } =>
  retired ? { tone: 'todo', word: t('lists.state.retired') } : { tone: 'done', word: t('lists.state.active') }

/** Whether a unit can still take the need. */
export const isWaiting = (state: NeedState): boolean => state === 'waiting' || state === 'taken'
