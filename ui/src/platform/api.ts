import type { Commands } from '@/bindings'
import { platform } from './index'
import type { Envelope } from './types'

export type CommandName = keyof Commands
export type ArgsOf<K extends CommandName> = Commands[K]['args']
export type ResultOf<K extends CommandName> = Commands[K]['result']

const early = new Map<string, Promise<Envelope>>()
const keyOf = (name: CommandName, args: unknown) => `${name} ${JSON.stringify(args)}`

/** Asks a question before its screen is there; the screen's own asking takes the answer, once. */
export function callAhead<K extends CommandName>(name: K, args: ArgsOf<K>): void {
  const [key, answer] = [keyOf(name, args), platform().call(name, args)]
  early.set(key, answer)
  // Whoever asks later asks anew, as after signing in.
  answer.catch(() => early.delete(key))
}

/** Lets go of what was asked ahead, where the office is not yet what it will be when its screen asks. */
export function forgetAhead(): void {
  early.clear()
}

let listening: Set<CommandName> | null = null

/** Asks, and says which commands were asked at once; those asked after the first answer are not seen. */
export function askedBy<T>(read: () => Promise<T>): { answer: Promise<T>; commands: CommandName[] } {
  const [heard, before] = [new Set<CommandName>(), listening]
  listening = heard
  try {
    return { answer: read(), commands: [...heard] }
  } finally {
    listening = before
  }
}

/** Runs one command of the core. The names, arguments and results are generated from its command list. */
export async function call<K extends CommandName>(name: K, args: ArgsOf<K>): Promise<ResultOf<K>> {
  listening?.add(name)
  const key = keyOf(name, args)
  const asked = early.get(key)
  early.delete(key)
  return (await (asked ?? platform().call(name, args))).result as ResultOf<K>
}

/** What a command answered, and the change set it made. */
export interface Answered<K extends CommandName> {
  result: ResultOf<K>
  changeSet: string | null
}

/** The same with what it changed; under the name of a `work` it can be looked at and cancelled. */
export async function callAs<K extends CommandName>(name: K, args: ArgsOf<K>, work?: string): Promise<Answered<K>> {
  const { result, change_set } = await platform().call(name, args, work)
  return { result: result as ResultOf<K>, changeSet: change_set }
}
