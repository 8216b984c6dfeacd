import type { OfficeModule } from '#platform/ui/office/office-module.ts'
import { gridMessages } from '../common/messages.ts'
import { gridOfficeMessages } from './messages.ts'

/** The pages of this module in the office. */
export const gridOffice: OfficeModule = {
  texts: {
    'zh-CN': { ...gridMessages['zh-CN'], ...gridOfficeMessages['zh-CN'] },
    en: { ...gridMessages.en, ...gridOfficeMessages.en },
  },
  pages: [
    { path: '/grids', load: () => import('./GridMapPage.tsx') },
    { path: '/grid-drafts', load: () => import('./drafts/DraftsPage.tsx') },
    { path: '/grid-drafts/$draftId', load: () => import('./drafts/DraftPage.tsx') },
  ],
  places: [
    { path: '/grids', group: 'grids', label: 'map.title', permissions: ['grid.read'], order: 10 },
    { path: '/grid-drafts', group: 'grids', label: 'place.drafts', permissions: ['grid.see-drafts'], order: 30 },
  ],
  subjects: {
    'grid-draft': { path: id => `/grid-drafts/${id}`, texts: [gridMessages], renews: ['grid.'] },
    'grid-tree': { path: id => `/grids?grid=${id}`, texts: [gridMessages], renews: ['grid.'] },
  },
}
