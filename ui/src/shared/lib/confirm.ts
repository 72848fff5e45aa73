import { shallowRef } from 'vue'

export interface Question {
  title: string
  /** One sentence: what happens. */
  text?: string
  /** Names of what will change, listed one per line. */
  changes?: string[]
  /** Word on the button that goes ahead. */
  proceed?: string
  cancel?: string
  danger?: boolean
  undoable?: boolean
}

export interface OpenQuestion extends Question {
  answer: (yes: boolean) => void
}

export const question = shallowRef<OpenQuestion | null>(null)

/** Asks before something changes; resolves to whether to go ahead. */
export function confirmAction(asked: Question): Promise<boolean> {
  question.value?.answer(false)
  return new Promise((resolve) => {
    const answer = (yes: boolean) => {
      question.value = null
      resolve(yes)
    }
    question.value = { ...asked, answer }
  })
}
