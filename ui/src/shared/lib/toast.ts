import { reactive } from 'vue'

export type ToastTone = 'done' | 'doing' | 'late'

export interface Toast {
  id: number
  tone: ToastTone
  text: string
  /** Takes the announced change back. */
  undo?: () => Promise<void> | void
}

const SECONDS = { plain: 5, undo: 12, late: 10 }

/** More would lie over what a person is working on. */
const MOST = 3

export const toasts = reactive<Toast[]>([])
let next = 1

export function dismiss(id: number): void {
  const index = toasts.findIndex((toast) => toast.id === id)
  if (index >= 0) toasts.splice(index, 1)
}

function show(tone: ToastTone, text: string, undo?: Toast['undo']): void {
  const id = next++
  toasts.push({ id, tone, text, undo })
  while (toasts.length > MOST) toasts.shift()
  const seconds = undo ? SECONDS.undo : tone === 'late' ? SECONDS.late : SECONDS.plain
  setTimeout(() => dismiss(id), seconds * 1000)
}

/** One sentence at the bottom of the window, with an undo where there is one. */
export const toast = {
  done: (text: string, undo?: Toast['undo']) => show('done', text, undo),
  info: (text: string) => show('doing', text),
  /** Shows what went wrong; takes an error or a sentence. */
  error: (cause: unknown) => show('late', cause instanceof Error ? cause.message : String(cause)),
}
