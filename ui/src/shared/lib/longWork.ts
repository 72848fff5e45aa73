import { reactive } from 'vue'
import type { WorkProgress } from '@/bindings'
import { platform } from '@/platform'
import { callAs, type Answered, type ArgsOf, type CommandName, type ResultOf } from '@/platform/api'
import { toast } from './toast'

/** Shorter work shows no bar. */
const SHOWN_AFTER_MS = 400
const LOOKED_AT_EVERY_MS = 250

/** Work under way that can be looked at and cancelled. */
export interface LongWork {
  name: string
  title: string
  /** None until it was looked at, which is when its bar is shown. */
  seen: WorkProgress | null
  cancelling: boolean
}

/** What the bars show. */
export const longWorks = reactive<LongWork[]>([])
let begun = 0

async function lookAt(work: LongWork): Promise<void> {
  // Whoever cannot be asked how far it has come may still answer in the end.
  const seen = await platform()
    .progress(work.name)
    .catch(() => null)
  if (seen) work.seen = seen
}

/** Gives a command that may take long: after a moment a bar says how far it has come and offers to cancel it. */
export async function longCallAs<K extends CommandName>(
  title: string,
  command: K,
  args: ArgsOf<K>,
): Promise<Answered<K>> {
  const name = `${Math.round(performance.timeOrigin)}-${++begun}`
  longWorks.push({ name, title, seen: null, cancelling: false })
  const work = longWorks.find((one) => one.name === name) as LongWork
  let looking: ReturnType<typeof setInterval> | undefined
  const showing = setTimeout(() => {
    void lookAt(work)
    looking = setInterval(() => void lookAt(work), LOOKED_AT_EVERY_MS)
  }, SHOWN_AFTER_MS)
  try {
    return await callAs(command, args, name)
  } finally {
    clearTimeout(showing)
    clearInterval(looking)
    longWorks.splice(
      longWorks.findIndex((one) => one.name === name),
      1,
    )
  }
}

/** The same, of which only the result is asked for. */
export async function longCall<K extends CommandName>(
  title: string,
  command: K,
  args: ArgsOf<K>,
): Promise<ResultOf<K>> {
  return (await longCallAs(title, command, args)).result
}

/** Asks work to end; it says itself that it did, or that it was done before. */
export async function cancelWork(work: LongWork): Promise<void> {
  work.cancelling = true
  try {
    await platform().cancel(work.name)
  } catch (cause) {
    work.cancelling = false
    toast.error(cause)
  }
}
