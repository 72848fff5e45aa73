import type { Platform } from './types'

export { ApiError, isCancelled } from './error'
export type { ConflictDetail } from './error'
export type { FileRef, PickOptions, Platform } from './types'

let current: Platform | null = null

/** Called once at start, before anything is mounted. */
export function usePlatform(platform: Platform): void {
  current = platform
}

export function platform(): Platform {
  if (!current) throw new Error('usePlatform was not called')
  return current
}
