import type { OfficeModule } from '#platform/ui/office/office-module.ts'
import { supervisionMessages } from '../common/messages.ts'
import { supervisionOfficeMessages } from './messages.ts'

/** The pages of this module in the office. */
export const supervisionOffice: OfficeModule = {
  texts: supervisionOfficeMessages,
  pages: [
    { path: '/board', load: () => import('./BoardPage.tsx') },
    { path: '/orders', load: () => import('./OrdersPage.tsx') },
  ],
  places: [
    { path: '/board', group: 'work', label: 'place.board', permissions: ['supervision.board'], order: 8 },
    {
      path: '/orders',
      group: 'work',
      label: 'place.orders',
      permissions: ['supervision.board', 'supervision.reply'],
      order: 9,
    },
  ],
  subjects: {
    order: { path: () => '/orders', texts: [supervisionMessages], renews: ['supervision.'] },
  },
}

export { CaseOrders } from './CaseOrders.tsx'
