import type { OfficeModule } from '#platform/ui/office/office-module.ts'
import { institutionsMessages } from '../common/messages.ts'
import { institutionsOfficeMessages } from './messages.ts'

/** The pages of this module in the office. */
export const institutionsOffice: OfficeModule = {
  texts: institutionsOfficeMessages,
  pages: [
    { path: '/institutions', load: () => import('./InstitutionsPage.tsx') },
    { path: '/institutions/$documentId', load: () => import('./InstitutionPage.tsx') },
  ],
  places: [
    {
      path: '/institutions',
      group: 'rules',
      label: 'place.institutions',
      permissions: ['institutions.read'],
      order: 70,
    },
  ],
  subjects: {
    'institution-reading': {
      path: id => `/institutions/${id.split('.')[0]}`,
      texts: [institutionsMessages],
      renews: ['institutions.'],
    },
    institution: {
      path: id => `/institutions/${id}`,
      texts: [institutionsMessages],
      renews: ['institutions.', 'inbox.'],
    },
  },
}
