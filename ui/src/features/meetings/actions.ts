import { nextTick, ref, watch, type Ref } from 'vue'
import type { MeetingView, MinutesState } from '@/bindings'
import { change } from '@/shared/lib/change'
import { useAction } from '@/shared/lib/action'
import { useActivity } from '@/shared/lib/activity'
import { confirmAction } from '@/shared/lib/confirm'
import { toast } from '@/shared/lib/toast'
import { t } from '@/shared/strings'
import type { Forward, StepKey } from './next'

/** The steps forward that one button takes; `refresh` reads the meeting again, `go` opens a step of the workspace. */
export function useForward(view: Ref<MeetingView | null>, refresh: () => Promise<void>, go: (step: StepKey) => void) {
  const activity = useActivity()

  /** What was typed a moment ago is being saved as its field was left: waits for that, so that no step acts on an older version. */
  async function settled(): Promise<void> {
    await nextTick()
    if (!activity.busy) return
    await new Promise<void>((resolve) => {
      watch(
        () => activity.busy,
        (busy) => busy || resolve(),
        { once: true },
      )
    })
    await refresh()
  }
  /** Whether the signature is being registered. */
  const signing = ref(false)

  async function notify({ meeting }: MeetingView): Promise<void> {
    if (
      !(await confirmAction({
        title: t('meetings.notice.confirmTitle'),
        text: t('meetings.notice.confirmText'),
        proceed: t('meetings.forward.notify'),
      }))
    )
      return
    const {
      result: { session_number, issue_number },
    } = await change('meetings.notify', { id: meeting.id, version: meeting.version })
    toast.done(t('meetings.notice.done', { session: session_number ?? '', issue: issue_number ?? '' }))
  }

  async function hold({ meeting }: MeetingView): Promise<void> {
    await change('meetings.setState', { id: meeting.id, version: meeting.version, state: 'held', reason: '' })
    go('record')
  }

  async function draft({ meeting }: MeetingView): Promise<void> {
    await change('meetings.draftMinutes', { id: meeting.id })
    go('minutes')
  }

  async function move({ minutes }: MeetingView, state: MinutesState): Promise<void> {
    if (!minutes) return
    await change('meetings.moveMinutes', { id: minutes.id, version: minutes.version, state })
    toast.done(t('meetings.minutes.moved', { state: t(`meetings.minutes.state.${state}`) }))
  }

  async function archive({ meeting }: MeetingView): Promise<void> {
    if (
      !(await confirmAction({
        title: t('meetings.archive.archiveTitle'),
        text: t('meetings.archive.archiveText'),
        proceed: t('meetings.forward.archive'),
      }))
    )
      return
    await change('meetings.setState', { id: meeting.id, version: meeting.version, state: 'archived', reason: '' })
    toast.done(t('meetings.archive.archived'))
  }

  const WAYS: Partial<Record<Forward, (view: MeetingView) => Promise<void> | void>> = {
    notify,
    hold,
    draft,
    archive,
    review: (now) => move(now, 'review'),
    submit: (now) => move(now, 'submitted'),
    sign: () => void (signing.value = true),
  }

  const { run, busy } = useAction(async (forward: Forward) => {
    await settled()
    if (view.value) await WAYS[forward]?.(view.value)
  })
  const { run: moveTo } = useAction(async (state: MinutesState) => {
    await settled()
    if (view.value) await move(view.value, state)
  })

  return { run, busy, signing, moveTo }
}
