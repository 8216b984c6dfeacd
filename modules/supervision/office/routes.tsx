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
    { path: '/board', group: 'oversight', label: 'place.board', permissions: ['supervision.board'], order: 10 },
    {
      path: '/orders',
      group: 'oversight',
      label: 'place.orders',
      permissions: ['supervision.board', 'supervision.reply'],
      order: 20,
    },
  ],
  subjects: {
    order: { path: () => '/orders', texts: [supervisionMessages], renews: ['supervision.'] },
  },
}

export { CaseOrders } from './CaseOrders.tsx'
