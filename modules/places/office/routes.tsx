import type { OfficeModule } from '#platform/ui/office/office-module.ts'
import { placesMessages } from '../common/messages.ts'
import { placesOfficeMessages } from './messages.ts'

/** The pages of this module in the office. */
export const placesOffice: OfficeModule = {
  texts: placesOfficeMessages,
  pages: [
    { path: '/places', load: () => import('./PlacesPage.tsx') },
    { path: '/places/intake', load: () => import('./intake/IntakePage.tsx') },
    { path: '/grid-map', load: () => import('./MapSheetPage.tsx') },
  ],
  places: [
    { path: '/grid-map', group: 'grids', label: 'place.sheet', permissions: ['places.read'], order: 20 },
    { path: '/places', group: 'grids', label: 'place.places', permissions: ['places.read'], order: 40 },
  ],
  subjects: {
    'place-thing': { path: id => `/places?thing=${id}`, texts: [placesMessages], renews: ['places.'] },
  },
}
