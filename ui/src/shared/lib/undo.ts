import { shallowRef } from 'vue'
import { call } from '@/platform/api'
import { ApiError, type ChangedSince } from '@/platform/error'
import { useActivity } from './activity'

/** What stands against the undo that was refused last, until it is closed. */
export const refusedBy = shallowRef<readonly ChangedSince[]>([])

/** Takes back a whole change set; what was changed since is shown where that stands against it. */
export async function undoChange(set: string): Promise<void> {
  try {
    await useActivity().saving('changes.undo', () => call('changes.undo', { id: set }))
  } catch (cause) {
    if (cause instanceof ApiError) refusedBy.value = cause.changedSince
    throw cause
  }
}
