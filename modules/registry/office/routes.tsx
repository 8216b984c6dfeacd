import type { OfficeModule } from '#platform/ui/office/office-module.ts'
import { care, careGroups } from '../common/care.ts'
import { registryMessages } from '../common/messages.ts'
import { registryOfficeMessages } from './messages.ts'

const renews = ['registry.']

/** The pages of this module in the office. */
export const registryOffice: OfficeModule = {
  texts: registryOfficeMessages,
  pages: [
    { path: '/registry', load: () => import('./LibraryPage.tsx') },
    { path: '/registry/new/$kind', load: () => import('./AddThingPage.tsx') },
    { path: '/registry/$thingId', load: () => import('./ThingPage.tsx') },
    { path: '/registry-upkeep', load: () => import('./UpkeepPage.tsx') },
    { path: '/registry-figures', load: () => import('./FiguresPage.tsx') },
    { path: '/registry-care', load: () => import('./CarePage.tsx') },
    { path: '/registry-protection', load: () => import('./ProtectionPage.tsx') },
    { path: '/registry-looks', load: () => import('./LooksPage.tsx') },
  ],
  places: [
    {
      ...{ path: '/registry', group: 'library', label: 'place.registry', order: 10 },
      permissions: ['registry.read', 'registry.read-places'],
    },
    {
      ...{ path: '/registry-upkeep', group: 'library', label: 'place.upkeep', order: 20 },
      permissions: ['registry.write', 'registry.settle'],
    },
    {
      ...{ path: '/registry-figures', group: 'library', label: 'place.real-figures', order: 50 },
      permissions: ['registry.figures'],
    },
    {
      ...{ path: '/registry-care', group: 'library', label: 'place.care', order: 40 },
      permissions: careGroups.map(group => care[group].permission),
    },
    {
      ...{ path: '/registry-protection', group: 'system', label: 'place.protection', order: 60 },
      permissions: ['registry.protect'],
    },
    {
      ...{ path: '/registry-looks', group: 'system', label: 'place.looks', order: 70 },
      permissions: ['registry.see-looks'],
    },
  ],
  subjects: {
    'registry-thing': { path: id => `/registry/${id}`, texts: [registryMessages], renews },
    'registry-conflicts': { path: () => '/registry-upkeep', texts: [registryMessages], renews },
    'registry-correction': { path: () => '/registry-upkeep', texts: [registryMessages], renews },
  },
}

/** Finding, imports, exports, duplicates and addresses. */
export { intakePages as registryIntakeOffice } from './intake/pages.ts'
