import type { OfficeModule } from '#platform/ui/office/office-module.ts'
import { patrolMessages } from '../common/messages.ts'
import { patrolOfficeMessages } from './messages.ts'

/** The pages of this module in the office. */
export const patrolOffice: OfficeModule = {
  texts: patrolOfficeMessages,
  pages: [
    { path: '/patrol', load: () => import('./PatrolPage.tsx') },
    { path: '/patrol/plans', load: () => import('./PlansPage.tsx') },
    { path: '/patrol/checklists', load: () => import('./ChecklistsPage.tsx') },
    { path: '/patrol/$roundId', load: () => import('./RoundPage.tsx') },
  ],
  places: [{ path: '/patrol', group: 'rounds', label: 'place.patrol', permissions: ['patrol.read'], order: 20 }],
  subjects: {
    'patrol-round': { path: id => `/patrol/${id}`, texts: [patrolMessages], renews: ['patrol.'] },
    'patrol-plan': { path: () => '/patrol/plans', texts: [patrolMessages], renews: ['patrol.'] },
  },
}
