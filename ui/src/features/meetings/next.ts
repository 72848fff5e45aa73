import type { MeetingView } from '@/bindings'

export const STEPS = ['topics', 'notice', 'attendance', 'record', 'minutes', 'assignments', 'archive'] as const
export type StepKey = (typeof STEPS)[number]

export const isStep = (text: unknown): text is StepKey => STEPS.includes(text as StepKey)

/** What moves a meeting forward. `collect`, `attend` and `write` are done inside their step, the others by one button. */
export type Forward =
  'collect' | 'notify' | 'attend' | 'hold' | 'write' | 'draft' | 'review' | 'submit' | 'sign' | 'archive'

export interface Next {
  step: StepKey
  forward: Forward
  /** The step itself is where it is done: no button beyond opening it. */
  within: boolean
}

const at = (step: StepKey, forward: Forward, within = false): Next => ({ step, forward, within })

function ahead(view: MeetingView): Next {
  const own = view.items.filter((item) => item.source !== 'follow_up')
  return own.length === 0 ? at('topics', 'collect', true) : at('notice', 'notify')
}

function afterwards(view: MeetingView, here: StepKey): Next {
  const recorded = view.steps.find(({ key }) => key === 'record')?.done ?? false
  switch (view.minutes?.state) {
    case undefined:
      return recorded || here === 'record' || here === 'minutes' ? at('minutes', 'draft') : at('record', 'write', true)
    case 'draft':
      return at('minutes', 'review')
    case 'review':
      return at('minutes', 'submit')
    case 'submitted':
      return at('minutes', 'sign')
    case 'signed':
      return at('archive', 'archive')
  }
}

/** The one thing to do next, seen from the step that is open; `null` when the meeting is over. */
export function nextOf(view: MeetingView, here: StepKey): Next | null {
  switch (view.meeting.state) {
    case 'preparing':
    case 'postponed':
      return ahead(view)
    case 'notified':
      return view.meeting.attendance_taken ? at('attendance', 'hold') : at('attendance', 'attend', true)
    case 'held':
      return afterwards(view, here)
    // A correction of signed minutes is under way until it is signed again.
    case 'signed':
      return view.minutes && view.minutes.state !== 'signed' ? afterwards(view, here) : at('archive', 'archive')
    case 'archived':
    case 'cancelled':
      return null
  }
}

/** The step a meeting opens at. */
export function firstStep(view: MeetingView): StepKey {
  return nextOf(view, 'topics')?.step ?? 'archive'
}

/** Whether what the meeting decided may still be changed. */
export function isOpen(view: MeetingView): boolean {
  return !['archived', 'cancelled'].includes(view.meeting.state) && view.minutes?.state !== 'signed'
}
