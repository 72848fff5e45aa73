import type { ErrorCode } from '@/bindings'

/** Two versions of one record: what this person tried to save and what is stored now. */
export interface ConflictDetail {
  yours: unknown
  current: unknown
}

/** A record that was changed after what an undo would take back. */
export interface ChangedSince {
  thing: string
  record: string
  name: string
  actor: string
  at: string
  command: string
}

/** A command that failed. Branch on `code`, show `message`; never branch on the text. */
export class ApiError extends Error {
  readonly code: ErrorCode
  readonly field: string | undefined
  readonly detail: unknown

  constructor(code: ErrorCode, message: string, field?: string, detail?: unknown) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.field = field
    this.detail = detail
  }

  /** Both versions, when the record was changed by somebody else in the meantime. */
  get conflict(): ConflictDetail | null {
    return this.code === 'conflict' && isConflict(this.detail) ? this.detail : null
  }

  /** The records that were changed since, when an undo was refused because of them. */
  get changedSince(): readonly ChangedSince[] {
    return this.code === 'conflict' && Array.isArray(this.detail) ? this.detail.filter(isChangedSince) : []
  }
}

/** Whether a call ended because its person cancelled it: nothing went wrong. */
export function isCancelled(cause: unknown): boolean {
  return cause instanceof ApiError && cause.code === 'cancelled'
}

function isConflict(detail: unknown): detail is ConflictDetail {
  return typeof detail === 'object' && detail !== null && 'yours' in detail && 'current' in detail
}

function isChangedSince(detail: unknown): detail is ChangedSince {
  return typeof detail === 'object' && detail !== null && 'actor' in detail && 'command' in detail
}

interface ErrorBody {
  code: ErrorCode
  message: string
  field?: string | null
  detail?: unknown
}

function isErrorBody(value: unknown): value is ErrorBody {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as ErrorBody).code === 'string' &&
    typeof (value as ErrorBody).message === 'string'
  )
}

/** Turns whatever a host rejected with into an {@link ApiError}; `fallback` is the sentence for a failure without one. */
export function toApiError(cause: unknown, fallback: string): ApiError {
  if (cause instanceof ApiError) return cause
  if (isErrorBody(cause)) return new ApiError(cause.code, cause.message, cause.field ?? undefined, cause.detail)
  return new ApiError('internal', fallback, undefined, String(cause))
}
