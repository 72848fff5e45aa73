import { callAs, type Answered, type ArgsOf, type CommandName, type ResultOf } from '@/platform/api'
import { useActivity } from './activity'
import { longCallAs } from './longWork'
import { undoChange } from './undo'

/** What was saved, and the way to take exactly that back; none where nothing changed. */
export interface Change<R> {
  result: R
  undo?: () => Promise<void>
}

async function changed<K extends CommandName>(name: K, work: () => Promise<Answered<K>>): Promise<Change<ResultOf<K>>> {
  const { result, changeSet } = await useActivity().saving(name, work)
  // Whoever may change something may take their own change back, so nobody is asked for their role here.
  return changeSet === null ? { result } : { result, undo: () => undoChange(changeSet) }
}

/** Gives a command that writes; every open screen follows when it is stored. */
export function change<K extends CommandName>(name: K, args: ArgsOf<K>): Promise<Change<ResultOf<K>>> {
  return changed(name, () => callAs(name, args))
}

/** The same for one that may take long: a bar says how far it has come and offers to cancel it. */
export function longChange<K extends CommandName>(
  title: string,
  name: K,
  args: ArgsOf<K>,
): Promise<Change<ResultOf<K>>> {
  return changed(name, () => longCallAs(title, name, args))
}
