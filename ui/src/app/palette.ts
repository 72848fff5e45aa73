import type { SearchHit } from '@/bindings'
import { t } from '@/shared/strings'
import { sections } from './sections'

/** Somewhere the search box can lead to. */
export interface Destination {
  kind: string
  title: string
  note: string
  to: { path: string; query?: Record<string, string> }
}

const SCREEN_OF: Record<string, { label: string; path: string; query?: Record<string, string> }> = {
  unit: { label: t('app.nav.units'), path: '/units' },
  committee: { label: t('app.nav.committees'), path: '/committees' },
  meeting: { label: t('app.nav.meetings'), path: '/meetings' },
  assignment: { label: t('app.nav.assignments'), path: '/assignments' },
  partner: { label: t('app.nav.partners'), path: '/partners' },
  resource: { label: t('lists.tab.resources'), path: '/units/lists', query: { list: 'resources' } },
  need: { label: t('lists.tab.needs'), path: '/units/lists', query: { list: 'needs' } },
  project: { label: t('lists.tab.projects'), path: '/units/lists', query: { list: 'projects' } },
  compound: { label: t('buildings.tab.compounds'), path: '/stars/buildings', query: { list: 'compounds' } },
  building: { label: t('buildings.tab.buildings'), path: '/stars/buildings' },
  agreement: { label: t('agreements.title'), path: '/units/agreements' },
}

/** Where a found record is opened: its list, with the record beside it. */
export function destinationOf(hit: SearchHit): Destination {
  const screen = SCREEN_OF[hit.kind] ?? { label: hit.kind, path: '/desk' }
  return {
    kind: screen.label,
    title: hit.title,
    note: hit.note,
    to: { path: screen.path, query: { ...screen.query, open: hit.id } },
  }
}

/** Screens whose name holds the text. */
export function screensMatching(text: string): Destination[] {
  const wanted = text.trim()
  return sections
    .map((section) => ({ kind: t('app.search.goTo'), title: t(section.label), note: '', to: { path: section.path } }))
    .filter((place) => place.title.includes(wanted))
}
