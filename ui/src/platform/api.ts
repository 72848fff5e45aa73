import type { Commands } from '@/bindings'
import { platform } from './index'

export type CommandName = keyof Commands
export type ArgsOf<K extends CommandName> = Commands[K]['args']
export type ResultOf<K extends CommandName> = Commands[K]['result']

/** Runs one command of the core. The names, arguments and results are generated from its command list. */
export async function call<K extends CommandName>(name: K, args: ArgsOf<K>): Promise<ResultOf<K>> {
  return (await platform().call(name, args)) as ResultOf<K>
}
