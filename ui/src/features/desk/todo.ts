import type { RouteLocationRaw } from 'vue-router'
import type { Todo, TodoKind, Urgency } from '@/bindings'
import { shortDate } from '@/shared/lib/format'
import type { PaperFrom } from '@/shared/lib/paper'
import type { Tone } from '@/shared/lib/states'
import { t } from '@/shared/strings'

/** One line of the desk, ready to show. */
export interface TodoLine {
  key: string
  tone: Tone
  /** The day it is about, in words. */
  when: string
  title: string
  note: string
  /** Word on the button that leads to where it is done. */
  action: string
  to: RouteLocationRaw
  /** The document that belongs to it. */
  paper: { kind: PaperFrom<'meeting_id'>; meeting: string; word: string } | null
}

const TONES: Record<Urgency, Tone> = { late: 'late', today: 'soon', soon: 'doing', ahead: 'todo' }

/** The step of a meeting's workspace where each kind is done. */
const STEPS: Partial<Record<TodoKind, string>> = {
  minutes_unsigned: 'minutes',
  notice_due: 'notice',
  topics_due: 'topics',
  meeting_day: 'attendance',
}

const PAPERS: Partial<Record<TodoKind, PaperFrom<'meeting_id'>>> = {
  minutes_unsigned: 'minutes',
  notice_due: 'notice',
  topics_due: 'topic_sheet',
  meeting_ahead: 'agenda',
  meeting_day: 'sign_in',
}

const ASSIGNMENTS: readonly TodoKind[] = ['assignment_late', 'assignment_due', 'assignment_claimed', 'extension_asked']
const AGREEMENTS: readonly TodoKind[] = ['agreement_ending', 'report_due']
const ELSEWHERE: Partial<Record<TodoKind, string>> = { rota_missing: '/rota', calendar_missing: '/settings/calendar' }

/** Where a thing is done. */
export function placeOf({ kind, target, committee_id }: Todo): RouteLocationRaw {
  const open = target ? { open: target } : {}
  if (ELSEWHERE[kind]) return ELSEWHERE[kind]
  if (ASSIGNMENTS.includes(kind)) return { path: '/assignments', query: open }
  if (kind === 'rating_unpublished') return `/stars/ratings/${target ?? ''}`
  if (AGREEMENTS.includes(kind)) return { path: '/units/agreements', query: open }
  if (kind === 'partner_term_ending') return { path: '/partners', query: target ? open : { ending: '1' } }
  if (kind === 'returns_missing') return { path: '/import/returns', query: target ? { month: target } : {} }
  if (kind === 'term_ending') return { path: '/committees', query: open }
  if (kind === 'meeting_missing') return { path: '/meetings', query: { new: committee_id ?? target ?? '' } }
  return `/meetings/${target}/${STEPS[kind] ?? ''}`.replace(/\/$/, '')
}

/** `已逾期`, `今天`, `明天` or the day. */
export function whenOf({ urgency, date }: Todo, tomorrow: string): string {
  if (urgency === 'late') return t('desk.urgency.late')
  if (urgency === 'today') return t('desk.urgency.today')
  if (date === null) return t('desk.urgency.undated')
  return date === tomorrow ? t('desk.urgency.tomorrow') : shortDate(date)
}

function paperOf({ kind, target }: Todo): TodoLine['paper'] {
  const paper = PAPERS[kind]
  const word = (t as (key: string) => string)(`desk.paper.${kind}`)
  return paper && target ? { kind: paper, meeting: target, word } : null
}

export function lineOf(todo: Todo, tomorrow: string): TodoLine {
  return {
    key: `${todo.kind}.${todo.target}.${todo.title}`,
    tone: TONES[todo.urgency],
    when: whenOf(todo, tomorrow),
    title: todo.title,
    note: todo.note,
    action: t(`desk.action.${todo.kind}`),
    to: placeOf(todo),
    paper: paperOf(todo),
  }
}
