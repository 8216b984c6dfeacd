import type { OfficeModule } from '#platform/ui/office/office-module.ts'
import { routingMessages } from '../common/messages.ts'
import { routingOfficeMessages } from './messages.ts'

/** The pages of this module in the office. */
export const routingOffice: OfficeModule = {
  texts: routingOfficeMessages,
  pages: [
    { path: '/routing-rules', load: () => import('./RulesPage.tsx') },
    { path: '/shifts', load: () => import('./ShiftsPage.tsx') },
  ],
  places: [
    {
      path: '/routing-rules',
      group: 'rules',
      label: 'place.routing-rules',
      permissions: ['routing.read'],
      order: 20,
    },
    { path: '/shifts', group: 'staff', label: 'place.shifts', permissions: ['routing.see-shifts'], order: 40 },
  ],
  subjects: {
    'routing-rule': { path: () => '/routing-rules', texts: [routingMessages], renews: ['routing.'] },
    'shift-roster': { path: () => '/shifts', texts: [routingMessages], renews: ['routing.show-roster'] },
  },
}
