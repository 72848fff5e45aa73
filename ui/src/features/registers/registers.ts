import type { RegisterKind } from '@/bindings'

/** Where each register's records are shown. */
export const LISTS: Readonly<Record<RegisterKind, string>> = {
  units: '/units',
  communities: '/committees',
  members: '/committees',
  buildings: '/stars/buildings',
  assignments: '/assignments',
  partners: '/partners',
  services: '/partners',
  holidays: '/settings/calendar',
  opening: '/settings/opening',
  agreements: '/units/agreements',
  flags: '/stars/flags',
}
