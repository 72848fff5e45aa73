import type { OfficeCounts } from '@/bindings'
import type { StringKey } from '@/shared/strings'

export interface Section {
  path: string
  label: StringKey
  /** Number of things that wait there. */
  waiting?: (counts: OfficeCounts) => number
  /** A line above it. */
  apart?: boolean
}

/** The left navigation, in the order of the month's work. */
export const sections: readonly Section[] = [
  { path: '/desk', label: 'app.nav.desk' },
  { path: '/units', label: 'app.nav.units' },
  { path: '/committees', label: 'app.nav.committees' },
  { path: '/rota', label: 'app.nav.rota' },
  { path: '/meetings', label: 'app.nav.meetings' },
  { path: '/assignments', label: 'app.nav.assignments', waiting: (counts) => counts.late_assignments },
  { path: '/stars', label: 'app.nav.stars' },
  { path: '/partners', label: 'app.nav.partners' },
  { path: '/reports', label: 'app.nav.reports', apart: true },
  { path: '/import', label: 'app.nav.registers' },
  { path: '/settings', label: 'app.nav.settings' },
]
