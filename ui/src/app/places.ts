import type { StringKey } from '@/shared/strings'

export interface Place {
  path: string
  label: StringKey
  /** Nothing there is for somebody who only looks. */
  writers?: boolean
}

interface Places {
  label: StringKey
  places: readonly Place[]
}

/** What belongs to the member units. */
export const UNIT_PLACES: Places = {
  label: 'app.places.label',
  places: [
    { path: '/units', label: 'app.places.units' },
    { path: '/units/lists', label: 'app.places.lists' },
    { path: '/units/agreements', label: 'app.places.agreements' },
  ],
}

/** What belongs to the partners. */
export const PARTNER_PLACES: Places = {
  label: 'app.partnerPlaces.label',
  places: [
    { path: '/partners', label: 'app.partnerPlaces.register' },
    { path: '/partners/find', label: 'app.partnerPlaces.find' },
    { path: '/partners/services', label: 'app.partnerPlaces.services' },
    { path: '/partners/figures', label: 'app.partnerPlaces.figures' },
  ],
}

/** What comes in and goes out as workbooks. */
export const IMPORT_PLACES: Places = {
  label: 'app.importPlaces.label',
  places: [
    { path: '/import', label: 'app.importPlaces.registers' },
    { path: '/import/returns', label: 'app.importPlaces.returns' },
    { path: '/import/batches', label: 'app.importPlaces.batches', writers: true },
  ],
}
