import { shallowRef } from 'vue'
import type { Assignment } from '@/bindings'

/** What a new assignment starts from, or the one to change. */
export interface AssignmentRequest {
  /** The assignment to change; none for a new one. */
  assignment?: Assignment
  /** The committee whose units may be chosen. */
  committeeId: string
  /** The item that decided it. */
  item?: { id: string; title: string; decision: string }
  /** The meeting's day, from which working days count. */
  metOn?: string
}

export const assignmentRequest = shallowRef<AssignmentRequest | null>(null)

/** Opens the one form of assignments, from wherever one is decided or looked at. */
export function askAssignment(request: AssignmentRequest): void {
  assignmentRequest.value = request
}
