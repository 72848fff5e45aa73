import type { InjectionKey } from 'vue'

/** How an entry closes the menu around it. */
export const MENU: InjectionKey<() => void> = Symbol('menu')
