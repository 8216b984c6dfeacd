import type { OfficeModule } from '#platform/ui/office/office-module.ts'
import { exchangeOfficeMessages } from './messages.ts'

/** The pages of this module in the office. */
export const exchangeOffice: OfficeModule = {
  texts: exchangeOfficeMessages,
  pages: [
    { path: '/clients', load: () => import('./ClientsPage.tsx') },
    { path: '/platform-sheets', load: () => import('./SheetsPage.tsx') },
  ],
  places: [
    {
      path: '/clients',
      group: 'system',
      label: 'place.clients',
      permissions: ['exchange.manage'],
      order: 30,
    },
    {
      path: '/platform-sheets',
      group: 'cases',
      label: 'place.platform-sheets',
      permissions: ['exchange.sheets'],
      order: 70,
    },
  ],
  subjects: {},
}
