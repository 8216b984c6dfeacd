import type { OfficeModule } from '#platform/ui/office/office-module.ts'
import { cleaningMessages } from '../common/messages.ts'
import { cleaningOfficeMessages } from './messages.ts'

/** The pages of this module in the office. */
export const cleaningOffice: OfficeModule = {
  texts: cleaningOfficeMessages,
  pages: [
    { path: '/cleaning', load: () => import('./SectionsPage.tsx') },
    { path: '/cleaning/$sectionId', load: () => import('./SectionPage.tsx') },
  ],
  places: [{ path: '/cleaning', group: 'rounds', label: 'place.cleaning', permissions: ['cleaning.read'], order: 50 }],
  subjects: {
    'cleaning-section': { path: id => `/cleaning/${id}`, texts: [cleaningMessages], renews: ['cleaning.'] },
    'cleaning-deduction': { path: () => '/cleaning', texts: [cleaningMessages], renews: ['cleaning.'] },
  },
}
