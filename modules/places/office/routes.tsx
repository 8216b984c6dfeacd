import type { OfficeModule } from '#platform/ui/office/office-module.ts'
import { placesMessages } from '../common/messages.ts'
import { placesOfficeMessages } from './messages.ts'

/** The pages of this module in the office. */
export const placesOffice: OfficeModule = {
  texts: placesOfficeMessages,
  pages: [
    { path: '/places', load: () => import('./PlacesPage.tsx') },
    { path: '/grid-map', load: () => import('./MapSheetPage.tsx') },
  ],
  places: [
    { path: '/grid-map', group: 'place', label: 'place.sheet', permissions: ['places.read'], order: 22 },
    { path: '/places', group: 'place', label: 'place.places', permissions: ['places.read'], order: 24 },
  ],
  subjects: {
    'place-thing': { path: id => `/places?thing=${id}`, texts: [placesMessages], renews: ['places.'] },
  },
}
