import type { OfficeModule } from '#platform/ui/office/office-module.ts'
import { gridMessages } from '../common/messages.ts'

/** The pages of this module in the office. */
export const gridOffice: OfficeModule = {
  texts: gridMessages,
  pages: [{ path: '/grids', load: () => import('./GridMapPage.tsx') }],
  places: [{ path: '/grids', group: 'place', label: 'map.title', permissions: ['grid.read'], order: 20 }],
  subjects: {
    'grid-tree': { path: id => `/grids?grid=${id}`, texts: [gridMessages], renews: ['grid.'] },
  },
}
