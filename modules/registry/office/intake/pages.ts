import type { OfficeModule } from '#platform/ui/office/office-module.ts'
import { intakeOfficeMessages } from './messages.ts'

/** Finding, imports, exports, duplicates and addresses: the library's pages beside those of its things. */
export const intakePages: OfficeModule = {
  texts: intakeOfficeMessages,
  pages: [
    { path: '/find', load: () => import('../find/FindPage.tsx') },
    { path: '/people-imports', load: () => import('./ImportsPage.tsx') },
    { path: '/people-imports/$importId', load: () => import('./ImportPage.tsx') },
    { path: '/people-exports', load: () => import('./ExportsPage.tsx') },
    { path: '/duplicates', load: () => import('./DuplicatesPage.tsx') },
    { path: '/addresses', load: () => import('./AddressesPage.tsx') },
  ],
  places: [
    { path: '/find', group: 'first', label: 'place.find', permissions: ['registry.read-places'], order: 20 },
    {
      path: '/people-imports',
      group: 'library',
      label: 'place.people-imports',
      permissions: ['registry.write'],
      order: 70,
    },
    {
      path: '/people-exports',
      group: 'library',
      label: 'place.people-exports',
      permissions: ['registry.export'],
      order: 80,
    },
    { path: '/duplicates', group: 'library', label: 'place.duplicates', permissions: ['registry.settle'], order: 30 },
    {
      path: '/addresses',
      group: 'library',
      label: 'place.addresses',
      permissions: ['registry.read-places'],
      order: 60,
    },
  ],
  subjects: {
    'registry-import': {
      path: id => `/people-imports/${id}`,
      texts: [intakeOfficeMessages],
      renews: ['registry.import'],
    },
  },
}
