import type { MonthState } from '@/bindings'
import type { Tone } from '@/shared/lib/states'
import { t } from '@/shared/strings'

/** Each state of a month as icon, tone and word. */
export const STATES: Record<MonthState, { icon: string; tone: Tone; word: string }> = {
  held: { icon: '●', tone: 'done', word: t('rota.state.held') },
  waiting: { icon: '▲', tone: 'soon', word: t('rota.state.waiting') },
  unsigned: { icon: '!', tone: 'late', word: t('rota.state.unsigned') },
  planned: { icon: '○', tone: 'todo', word: t('rota.state.planned') },
  missed: { icon: '✕', tone: 'late', word: t('rota.state.missed') },
  opening: { icon: '◇', tone: 'todo', word: t('rota.state.opening') },
}

export const CHANGED = '⇄'
