import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { Committee, OfficeState } from '@/bindings'
import { call } from '@/platform/api'
import { useActivity } from './activity'
import { isMonth, monthOfDate, todayIn, type Month } from './month'
import { readStored, writeStored } from './preferences'
import { concerns } from './things'

/** What the whole window is looking at: the office, its person, one committee or all, one month. */
export const useScope = defineStore('scope', () => {
  const activity = useActivity()
  const state = ref<OfficeState | null>(null)
  const committees = ref<Committee[]>([])
  const committeeId = ref<string | null>(readStored<string | null>('scope.committee', null))
  const month = ref<Month>(monthOfDate(todayIn(new Date())))

  const founded = computed(() => state.value?.profile !== null && state.value?.profile !== undefined)
  const committee = computed(() => committees.value.find((each) => each.id === committeeId.value) ?? null)
  const today = computed(() => state.value?.today ?? todayIn(new Date()))
  const role = computed(() => state.value?.session.role ?? 'leader')
  const person = computed(() => state.value?.session.name ?? '')
  /** Whether this person may keep registers and settings. */
  const isClerk = computed(() => role.value === 'clerk')
  /** Whether this person may keep meetings and assignments. */
  const mayWrite = computed(() => role.value !== 'leader')

  async function loadCommittees(): Promise<void> {
    committees.value = (await call('committees.list', {})).map((row) => row.committee).filter((each) => !each.retired)
    if (committeeId.value !== null && committee.value === null) committeeId.value = null
  }

  /** Reads office and person again; the first thing a window does. The committees follow without being waited for. */
  async function load(): Promise<void> {
    await loadState()
    if (founded.value) void loadCommittees().catch(() => undefined)
  }

  async function loadState(): Promise<void> {
    const first = state.value === null
    state.value = await call('office.state', {})
    if (first) month.value = monthOfDate(state.value.today)
  }

  function look(at: { committeeId?: string | null; month?: string }): void {
    if (at.committeeId !== undefined) committeeId.value = at.committeeId
    if (isMonth(at.month)) month.value = at.month
  }

  watch(committeeId, (id) => writeStored('scope.committee', id))
  activity.onSaved((changed) => {
    const follow = concerns(changed, ['committees.list']) ? load : loadState
    void follow().catch(() => undefined)
  })

  return {
    state,
    committees,
    committeeId,
    committee,
    month,
    today,
    role,
    person,
    isClerk,
    mayWrite,
    founded,
    load,
    look,
  }
})
