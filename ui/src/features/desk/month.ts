import type { RouteLocationRaw } from 'vue-router'
import type { CommitteeMonth, MeetingState, MonthAssignments } from '@/bindings'
import { shortDate } from '@/shared/lib/format'
import type { Tone } from '@/shared/lib/states'
import { t } from '@/shared/strings'

const TONES: Record<MeetingState, Tone> = {
  preparing: 'todo',
  notified: 'doing',
  held: 'doing',
  signed: 'done',
  archived: 'done',
  postponed: 'soon',
  cancelled: 'todo',
}
const HELD: readonly MeetingState[] = ['held', 'signed', 'archived']

export interface MonthLine {
  key: string
  committee: string
  tone: Tone
  word: string
  hint: string
  to: RouteLocationRaw
}

/** What a committee's month says: the day while it lies ahead, else the state. */
function wordOf({ state, date }: CommitteeMonth): string {
  if (state === null) return t('desk.meetings.none')
  return state === 'notified' && date ? shortDate(date) : t(`meetings.state.${state}`)
}

/** An arranged meeting by its state; a month on duty without one asks for attention, a month off does not. */
function toneOf({ state, duty }: CommitteeMonth): Tone {
  if (state !== null) return TONES[state]
  return duty.length > 0 ? 'soon' : 'todo'
}

function lineOf(month: CommitteeMonth): MonthLine {
  return {
    key: month.meeting_id ?? month.committee_id,
    committee: month.committee,
    tone: toneOf(month),
    word: wordOf(month),
    hint: t('desk.meetings.duty', { units: month.duty.join('、') || t('common.empty.none') }),
    to: month.meeting_id ? `/meetings/${month.meeting_id}` : { path: '/meetings', query: { new: month.committee_id } },
  }
}

/** The month's meetings of all committees, with how many should be and were held. */
export function monthLines(months: readonly CommitteeMonth[]) {
  return {
    lines: months.map(lineOf),
    due: months.filter(({ duty, state }) => duty.length > 0 || state !== null).length,
    held: months.filter(({ state }) => state !== null && HELD.includes(state)).length,
  }
}

/** Assignments due in the month as parts of a whole: every one is counted once. */
export function monthParts({ figures, soon }: MonthAssignments): { tone: Tone; label: string; value: number }[] {
  const [due, closed, late] = [figures.due, figures.closed.part, figures.late.part]
  return [
    { tone: 'done', label: t('desk.assignments.closed'), value: closed },
    { tone: 'doing', label: t('desk.assignments.open'), value: Math.max(due - closed - soon - late, 0) },
    { tone: 'soon', label: t('desk.assignments.soon'), value: soon },
    { tone: 'late', label: t('desk.assignments.late'), value: late },
  ]
}
