import type { OfficeModule } from '#platform/ui/office/office-module.ts'
import { catalogueOfficeMessages } from './messages.ts'

/** The pages of this module in the office. */
export const catalogueOffice: OfficeModule = {
  texts: catalogueOfficeMessages,
  pages: [
    { path: '/filing-standard', load: () => import('./ConditionsPage.tsx') },
    { path: '/filing-standard/import', load: () => import('./ImportPage.tsx') },
    { path: '/filing-standard/local-classes', load: () => import('./LocalClassesPage.tsx') },
  ],
  places: [
    {
      path: '/filing-standard',
      group: 'rules',
      label: 'place.filing-standard',
      permissions: ['catalogue.read'],
      order: 10,
    },
  ],
  subjects: {
    'filing-standard': {
      path: () => '/filing-standard',
      texts: [catalogueOfficeMessages],
      renews: ['catalogue.', 'cases.classes'],
    },
  },
}
