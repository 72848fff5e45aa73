import type { StringKey } from '@/shared/strings'

/** The parts of 楼栋星级, in the order of the work; each is a child route of `/stars`. */
export const STARS_TABS = [
  { value: 'ratings', label: 'app.stars.ratings' },
  { value: 'flags', label: 'app.stars.flags' },
  { value: 'community', label: 'app.stars.community' },
  { value: 'year', label: 'app.stars.year' },
  { value: 'selections', label: 'app.stars.selections' },
  { value: 'buildings', label: 'app.stars.buildings' },
  { value: 'schemes', label: 'app.stars.schemes' },
] as const satisfies readonly { value: string; label: StringKey }[]
export type StarsTab = (typeof STARS_TABS)[number]['value']
