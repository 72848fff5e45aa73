import { shallowRef } from 'vue'
import type { ArgsOf } from '@/platform/api'

/** A document to make and show; the window's paper dialog answers it. */
export interface PaperRequest {
  title: string
  make: ArgsOf<'documents.make'>
}

/** The kinds of paper that are made from a record named in this field. */
export type PaperFrom<Field extends string> = Extract<PaperRequest['make'], Record<Field, unknown>>['kind']

export const paperRequest = shallowRef<PaperRequest | null>(null)

/** Makes a document from what is recorded, shows it, and offers to save it. */
export function showPaper(title: string, make: PaperRequest['make']): void {
  paperRequest.value = { title, make }
}
