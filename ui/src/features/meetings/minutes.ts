import type { MeetingView } from '@/bindings'
import { call } from '@/platform/api'
import { useActivity } from '@/shared/lib/activity'

/** Brings draft minutes up to what was just recorded, so that the preview and the marks of changed data are true. Submitted and signed ones stay. */
export function useMinutesUpdate(view: () => MeetingView): () => Promise<void> {
  const activity = useActivity()
  return async () => {
    const { meeting, minutes } = view()
    if (minutes?.state !== 'draft' && minutes?.state !== 'review') return
    await activity.saving(() => call('meetings.draftMinutes', { id: meeting.id }))
  }
}
