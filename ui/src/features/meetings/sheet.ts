import { computed, onBeforeUnmount } from 'vue'
import type { Attendance, MeetingView } from '@/bindings'
import { call } from '@/platform/api'
import { change } from '@/shared/lib/change'
import { useDraft, type Versioned } from '@/shared/lib/draft'
import type { Choose } from '@/shared/lib/merge'
import { toast } from '@/shared/lib/toast'
import { t } from '@/shared/strings'
import { entriesOf, lineProblem, mergeSheet, sheetOf, totalsOf, type SheetLine, type SheetValues } from './attendance'

/** The stored sheet; it is as new as its meeting. */
interface Sheet extends Versioned {
  people: Attendance[]
}
const problemIn = (lines: readonly SheetLine[]) => lines.map(lineProblem).find(Boolean)
const sheetIn = ({ meeting, attendance }: MeetingView): Sheet => ({ version: meeting.version, people: attendance })

/** The attendance sheet under the hand: saved whole, its draft survives a crash. `saved` runs after it is stored. */
export function useSheet(view: () => MeetingView, saved: () => Promise<void>) {
  const { id } = view().meeting
  const draft = useDraft<SheetValues, Sheet>({
    name: `meetings.sheet.${id}`,
    record: () => sheetIn(view()),
    values: (sheet) => ({ lines: sheetOf(sheet?.people ?? []) }),
    merge: () => mergeSheet,
    // A sheet saved whole takes out whom it does not name, so it must name everybody who is stored by now.
    fresh: async () => sheetIn(await call('meetings.get', { id })),
    allowed: (values) => problemIn(values.lines) === undefined,
    save: async ({ lines }, { version, record }) => {
      const versions = new Map(record?.people.map((person) => [person.id, person.version]))
      const people = entriesOf(lines, versions)
      const { result, undo } = await change('meetings.takeAttendance', { meeting_id: id, people })
      toast.done(t('meetings.attendance.saved'), undo)
      return { version, people: result }
    },
  })
  const { values, changed, saving, conflict, waiting, found, ask, later } = draft
  const lines = computed<SheetLine[]>({ get: () => values.lines, set: (next) => (values.lines = next) })
  const totals = computed(() => totalsOf(lines.value))
  const problem = computed(() => problemIn(lines.value))

  async function finish(saving: Promise<boolean>): Promise<void> {
    try {
      if (await saving) await saved()
    } catch (cause) {
      toast.error(cause)
    }
  }

  async function save(): Promise<void> {
    if (problem.value) toast.error(problem.value)
    else if (changed.value) await finish(draft.save())
  }

  const settle = (choose: Choose) => finish(draft.settle(choose))
  const discard = () => void draft.giveWay()

  onBeforeUnmount(() => void (problem.value === undefined && save()))
  return { lines, changed, saving, conflict, waiting, found, totals, problem, save, settle, discard, ask, later }
}
