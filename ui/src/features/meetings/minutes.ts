import type { MeetingView } from '@/bindings'
import { change } from '@/shared/lib/change'

/** Brings draft minutes up to what was just recorded, so that the preview and the marks of changed data are true. Submitted and signed ones stay. */
export function useMinutesUpdate(view: () => MeetingView): () => Promise<void> {
  return async () => {
    const { meeting, minutes } = view()
    if (minutes?.state !== 'draft' && minutes?.state !== 'review') return
    await change('meetings.draftMinutes', { id: meeting.id })
  }
}
