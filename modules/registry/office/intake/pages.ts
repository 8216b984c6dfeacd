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
    { path: '/find', group: 'place', label: 'place.find', permissions: ['registry.read-places'], order: 30 },
    {
      path: '/people-imports',
      group: 'place',
      label: 'place.people-imports',
      permissions: ['registry.write'],
      order: 36,
    },
    {
      path: '/people-exports',
      group: 'place',
      label: 'place.people-exports',
      permissions: ['registry.export'],
      order: 37,
    },
    { path: '/duplicates', group: 'place', label: 'place.duplicates', permissions: ['registry.settle'], order: 38 },
    { path: '/addresses', group: 'place', label: 'place.addresses', permissions: ['registry.read-places'], order: 39 },
  ],
  subjects: {
    'registry-import': {
      path: id => `/people-imports/${id}`,
      texts: [intakeOfficeMessages],
      renews: ['registry.import'],
    },
  },
}
