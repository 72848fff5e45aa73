import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import type { Attendance, MeetingView } from '@/bindings'
import { ApiError, type ConflictDetail } from '@/platform'
import { change } from '@/shared/lib/change'
import { dropDraft, keepDraft, readDraft } from '@/shared/lib/drafts'
import { toast } from '@/shared/lib/toast'
import { t } from '@/shared/strings'
import { entriesOf, lineProblem, sheetOf, totalsOf, type SheetLine } from './attendance'

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The attendance sheet under the hand: saved whole, its draft survives a crash. `saved` runs after it is stored. */
export function useSheet(view: () => MeetingView, saved: () => Promise<void>) {
  const name = `meetings.sheet.${view().meeting.id}`
  const draft = readDraft<SheetLine[]>(name)
  const base = shallowRef<Attendance[]>(view().attendance)
  const lines = ref<SheetLine[]>(draft?.value ?? sheetOf(base.value))
  const draftAt = ref(draft && !same(draft.value, sheetOf(base.value)) ? draft.at : null)
  const saving = ref(false)
  const conflict = ref<ConflictDetail | null>(null)

  const changed = computed(() => !same(lines.value, sheetOf(base.value)))
  const totals = computed(() => totalsOf(lines.value))
  const problem = computed(() => lines.value.map(lineProblem).find(Boolean))

  function adopt(people: Attendance[]): void {
    base.value = people
    lines.value = sheetOf(people)
    draftAt.value = null
    dropDraft(name)
  }

  watch(
    () => view().attendance,
    (people) => {
      if (!changed.value) adopt(people)
    },
  )
  watch(lines, () => (changed.value ? keepDraft(name, lines.value, Date.now()) : dropDraft(name)), { deep: true })

  async function store(): Promise<void> {
    const versions = new Map(base.value.map(({ id, version }) => [id, version]))
    const people = entriesOf(lines.value, versions)
    adopt((await change('meetings.takeAttendance', { meeting_id: view().meeting.id, people })).result)
    toast.done(t('meetings.attendance.saved'))
    await saved()
  }

  async function save(): Promise<void> {
    if (saving.value || !changed.value) return
    if (problem.value) return toast.error(problem.value)
    saving.value = true
    try {
      await store()
    } catch (cause) {
      conflict.value = cause instanceof ApiError ? cause.conflict : null
      if (!conflict.value) toast.error(cause)
    } finally {
      saving.value = false
    }
  }

  /** Takes the stored version of one line as seen, with this sheet's marks or with the stored ones. */
  function settle(current: Attendance, mine: boolean): void {
    base.value = base.value.map((person) => (person.id === current.id ? current : person))
    if (!mine)
      lines.value = lines.value.map((line) => (line.id === current.id ? (sheetOf([current])[0] ?? line) : line))
    conflict.value = null
  }

  onBeforeUnmount(() => void (changed.value && !problem.value && save()))
  return { lines, changed, saving, draftAt, conflict, totals, problem, save, settle, discard: () => adopt(base.value) }
}
