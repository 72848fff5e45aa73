import { computed, watchEffect } from 'vue'
import { usePreference } from './preferences'

export type Theme = 'auto' | 'light' | 'dark'
export type FontSize = 'normal' | 'large'

const theme = usePreference<Theme>('theme', 'auto')
const font = usePreference<FontSize>('font', 'normal')
const system = usePreference<boolean>('systemDark', false)

const dark = computed(() => (theme.value === 'auto' ? system.value : theme.value === 'dark'))

/** Keeps the document's theme and font size as chosen; call once at start. */
export function applyAppearance(): void {
  const media = window.matchMedia('(prefers-color-scheme: dark)')
  system.value = media.matches
  media.addEventListener('change', (event) => (system.value = event.matches))
  // Paper is white.
  window.addEventListener('beforeprint', () => (document.documentElement.dataset.theme = 'light'))
  window.addEventListener('afterprint', () => (document.documentElement.dataset.theme = dark.value ? 'dark' : 'light'))
  watchEffect(() => {
    document.documentElement.dataset.theme = dark.value ? 'dark' : 'light'
    document.documentElement.dataset.font = font.value
  })
}

export function useAppearance() {
  return { theme, font, dark }
}
