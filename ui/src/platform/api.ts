import type { Commands } from '@/bindings'
import { platform } from './index'

export type CommandName = keyof Commands
export type ArgsOf<K extends CommandName> = Commands[K]['args']
export type ResultOf<K extends CommandName> = Commands[K]['result']

/** Runs one command of the core. The names, arguments and results are generated from its command list. */
export async function call<K extends CommandName>(name: K, args: ArgsOf<K>): Promise<ResultOf<K>> {
  return (await platform().call(name, args)) as ResultOf<K>
}

/** The same, under a name by which it can be looked at and cancelled. */
export async function callAs<K extends CommandName>(work: string, name: K, args: ArgsOf<K>): Promise<ResultOf<K>> {
  return (await platform().call(name, args, work)) as ResultOf<K>
}
