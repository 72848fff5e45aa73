import { tauriPlatform } from './tauri'
import { takeToken, webPlatform } from './web'
import type { Platform } from './types'

/** The adapter for the host this window runs in. */
export function choosePlatform(): Platform {
  if ('__TAURI_INTERNALS__' in window) return tauriPlatform()
  return webPlatform(takeToken(window.location, window.history, window.sessionStorage))
}
