import type { CommandName } from '@/platform/api'

/** What a command is about: `units.list` is about units. */
export type Thing = CommandName extends `${infer T}.${string}` ? T : never

/** Things that were changed; everything, where that is not known. */
export type Changed = ReadonlySet<Thing> | 'all'

/** What answers show beside the thing they are named after. A thing that is not here shows everything. */
const SHOWS: Partial<Record<Thing, readonly Thing[]>> = {
  users: ['committees'],
  issuers: [],
  calendar: [],
  backup: [],
  communities: [],
  committees: ['communities', 'units', 'issuers', 'office'],
  units: ['committees', 'rota', 'meetings', 'assignments', 'resources', 'needs', 'projects', 'agreements'],
  rota: ['committees', 'units', 'meetings', 'calendar', 'office'],
  meetings: ['committees', 'units', 'rota', 'assignments', 'issuers', 'documents', 'calendar', 'office'],
  assignments: ['committees', 'units', 'meetings', 'documents', 'calendar', 'office'],
  resources: ['committees', 'units', 'needs', 'projects'],
  needs: ['committees', 'units', 'resources', 'projects'],
  projects: ['committees', 'units', 'resources', 'needs'],
  agreements: ['committees', 'units', 'issuers', 'documents', 'office'],
  compounds: ['communities', 'buildings', 'stairwells'],
  buildings: ['communities', 'compounds', 'stairwells'],
  ratings: ['communities', 'compounds', 'buildings', 'stairwells', 'schemes', 'office'],
  schemes: ['ratings'],
  selections: ['communities', 'compounds', 'buildings', 'stairwells', 'ratings'],
  partners: ['communities', 'units', 'services', 'documents', 'office'],
  services: ['communities', 'partners'],
  returns: ['committees', 'communities'],
  opening: ['committees', 'units', 'rota', 'meetings'],
}

/** What sets or brings in things of every kind. */
const WIDE: ReadonlySet<Thing> = new Set<Thing>(['users', 'returns', 'opening'])
const READS_FILES = /\.import/

export const thingOf = (command: CommandName): Thing => command.slice(0, command.indexOf('.')) as Thing

/** What may be another after a command was given. */
export function changedBy(command: CommandName): Changed {
  const thing = thingOf(command)
  if (!(thing in SHOWS) || WIDE.has(thing) || READS_FILES.test(command)) return 'all'
  return new Set([thing])
}

/** Whether an answer may be another now. A backup changes nothing that is shown beside it. */
function isConcerned(changed: ReadonlySet<Thing>, question: CommandName): boolean {
  const thing = thingOf(question)
  const shown = SHOWS[thing]
  if (shown === undefined) return !changed.has('backup')
  return changed.has(thing) || shown.some((other) => changed.has(other))
}

/** Whether answers to these questions may be others now; of a question that is not known nothing can be said. */
export function concerns(changed: Changed, asked: readonly CommandName[]): boolean {
  return changed === 'all' || asked.length === 0 || asked.some((question) => isConcerned(changed, question))
}
