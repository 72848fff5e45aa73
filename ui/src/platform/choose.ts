import { takeToken, webPlatform } from './web'
import type { Platform } from './types'

/** The adapter for the host this window runs in; the desktop's is only loaded there. */
export async function choosePlatform(): Promise<Platform> {
  if ('__TAURI_INTERNALS__' in window) return (await import('./tauri')).tauriPlatform()
  return webPlatform(takeToken(window.location, window.history, window.sessionStorage))
}
