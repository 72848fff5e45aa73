import type { Envelope, FileRef, WorkProgress } from '@/bindings'

export type { Envelope, FileRef }

export interface PickOptions {
  /** Title of the dialog, in Chinese. */
  title: string
  /** Extensions without the dot, e.g. `['xlsx']`. */
  extensions: string[]
}

/** What the window needs from the machine around it; one adapter per host. */
export interface Platform {
  readonly kind: 'desktop' | 'web'
  /** Runs one command of the core; rejects with {@link ApiError}. Under `work` it can be looked at and cancelled. */
  call(name: string, args: unknown, work?: string): Promise<Envelope>
  /** How far work has come; `null` where it has not begun or has ended. */
  progress(work: string): Promise<WorkProgress | null>
  /** Asks work to end; its call then rejects as `cancelled`. */
  cancel(work: string): Promise<void>
  /** Asks the person for a file; `null` when they change their mind. */
  pickFile(options: PickOptions): Promise<FileRef | null>
  /** Stores a made file where the person chooses; `false` when they change their mind. */
  saveFile(file: FileRef, suggestedName: string): Promise<boolean>
  /** Shows a made file in the program the system has for it. */
  openFile(file: FileRef): Promise<void>
  readFile(file: FileRef): Promise<ArrayBuffer>
  /** Signs a person in where the office has passwords; none on a host whose token says who it is. */
  signIn: ((name: string, password: string) => Promise<void>) | null
}
