import type {
  AttendanceState,
  ItemKind,
  ItemSource,
  MeetingRow,
  MeetingState,
  MinutesState,
  Relation,
} from '@/bindings'
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

export const MEETING_STATES = Object.keys(TONES) as MeetingState[]

export function meetingBadge(state: MeetingState): { tone: Tone; word: string } {
  return { tone: TONES[state], word: t(`meetings.state.${state}`) }
}

const MINUTES_TONES: Record<MinutesState, Tone> = { draft: 'doing', review: 'doing', submitted: 'soon', signed: 'done' }

export function minutesBadge(state: MinutesState): { tone: Tone; word: string } {
  return { tone: MINUTES_TONES[state], word: t(`meetings.minutes.state.${state}`) }
}

/** Kinds that every office has; its own come from its rules. */
export const BUILT_IN_KINDS = [
  t('meetings.kinds.joint'),
  t('meetings.kinds.tripartite'),
  t('meetings.kinds.council'),
  t('meetings.kinds.bench'),
  t('meetings.kinds.night'),
]

export const ITEM_KINDS: readonly { value: ItemKind; label: string }[] = (
  ['study', 'report', 'topic', 'speech'] as const
).map((value) => ({ value, label: t(`meetings.item.kinds.${value}`) }))

/** Sources that a person may choose; the others come by themselves. */
export const SOURCES: readonly { value: ItemSource; label: string }[] = (['office', 'unit', 'resident'] as const).map(
  (value) => ({ value, label: t(`meetings.item.sources.${value}`) }),
)

/** States of a person on the sheet, in the order of the keys 1 to 5. */
export const ATTENDANCE: readonly AttendanceState[] = ['present', 'stand_in', 'observer', 'excused', 'absent']

export const ATTENDANCE_TONES: Record<AttendanceState, Tone> = {
  expected: 'todo',
  present: 'done',
  stand_in: 'done',
  observer: 'doing',
  excused: 'soon',
  absent: 'late',
}

/** What the paper to a unit is called, by how the unit stands to the street. */
export const paperOf = (relation: Relation): string => t(`assignments.paperOf.${relation}`)
export const relationWord = (relation: Relation): string => t(`assignments.relation.${relation}`)

/** `第11次`, once the notice has given it. */
export function sessionText({ meeting }: Pick<MeetingRow, 'meeting'>): string {
  return meeting.session_number === null ? '' : t('meetings.notice.session', { number: meeting.session_number })
}
