import type { OfficeModule } from '#platform/ui/office/office-module.ts'
import { visitsMessages } from '../common/messages.ts'
import { visitsOfficeMessages } from './messages.ts'

/** The pages of this module in the office. */
export const visitsOffice: OfficeModule = {
  texts: visitsOfficeMessages,
  pages: [
    { path: '/visits', load: () => import('./VisitsPage.tsx') },
    { path: '/visits/$visitId', load: () => import('./VisitPage.tsx') },
  ],
  places: [{ path: '/visits', group: 'rounds', label: 'place.visits', permissions: ['visits.read'], order: 30 }],
  subjects: { visit: { path: id => `/visits/${id}`, texts: [visitsMessages], renews: ['visits.'] } },
}
