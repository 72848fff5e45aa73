import { shallowRef } from 'vue'
import { call } from '@/platform/api'
import { ApiError, type ChangedSince } from '@/platform/error'
import { useActivity } from './activity'
import { useScope } from './scope'

/** What stands against the undo that was refused last, until it is closed. */
export const refusedBy = shallowRef<readonly ChangedSince[]>([])

/** Takes back a whole change set; what was changed since is shown where that stands against it. */
export async function undoChange(set: string): Promise<void> {
  try {
    await useActivity().saving(() => call('changes.undo', { id: set }))
  } catch (cause) {
    if (cause instanceof ApiError) refusedBy.value = cause.changedSince
    throw cause
  }
}

/** The undo of the newest change set, when it is the one that `command` made; none for a person who may not. */
export async function undoLast(command: string): Promise<(() => Promise<void>) | undefined> {
  if (!useScope().isClerk) return undefined
  const [last] = await call('changes.list', {})
  return last?.command === command ? () => undoChange(last.id) : undefined
}

/** The undo of the last change of one record, for the toast after it; none for a person who may not. */
export async function undoOf(record: string): Promise<(() => Promise<void>) | undefined> {
  if (!useScope().isClerk) return undefined
  const [last] = await call('changes.history', { id: record })
  return last && (() => undoChange(last.set.id))
}
