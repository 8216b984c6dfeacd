import type { OfficeModule } from '#platform/ui/office/office-module.ts'
import { postsMessages } from '../common/messages.ts'
import { postsOfficeMessages } from './messages.ts'

/** The pages of this module in the office. */
export const postsOffice: OfficeModule = {
  texts: postsOfficeMessages,
  pages: [
    { path: '/duties', load: () => import('./DutiesPage.tsx') },
    { path: '/duties/balance', load: () => import('./BalancePage.tsx') },
  ],
  places: [{ path: '/duties', group: 'staff', label: 'place.duties', permissions: ['posts.read'], order: 30 }],
  subjects: {
    vacancy: { path: () => '/duties', texts: [postsMessages], renews: ['posts.'] },
    roster: { path: () => '/duties?tab=bodies', texts: [postsMessages], renews: ['posts.'] },
  },
}
