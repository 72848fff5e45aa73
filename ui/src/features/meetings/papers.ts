import type { MeetingView } from '@/bindings'
import type { ArgsOf } from '@/platform/api'
import type { PaperFrom } from '@/shared/lib/paper'
import { t } from '@/shared/strings'
import type { StepKey } from './next'

export type Kind = PaperFrom<'meeting_id'>

/** The paper that belongs to each step: it is what the preview shows there. */
const AT_STEP: Record<StepKey, Kind> = {
  topics: 'agenda',
  notice: 'notice',
  attendance: 'sign_in',
  record: 'minutes',
  minutes: 'minutes',
  assignments: 'minutes',
  archive: 'minutes',
}

export function paperAt(step: StepKey): Kind {
  return AT_STEP[step]
}

export const paperName = (kind: Kind): string => t(`meetings.paper.${kind}`)

/** A meeting's paper and its title: `听雨社区“大党委”第11次联席会议 · 签到表`. */
export function paperOfMeeting(view: MeetingView, kind: Kind): [title: string, make: ArgsOf<'documents.make'>] {
  return [`${view.title} · ${paperName(kind)}`, { kind, meeting_id: view.meeting.id }]
}
