import type { OfficeModule } from '#platform/ui/office/office-module.ts'
import { identityMessages } from '../common/messages.ts'
import { identityOfficeMessages } from './messages.ts'

/** The pages of this module in the office. */
export const identityOffice: OfficeModule = {
  texts: identityOfficeMessages,
  pages: [
    { path: '/people', load: () => import('./PeoplePage.tsx') },
    { path: '/people/$personId', load: () => import('./PersonPage.tsx') },
    { path: '/posts', load: () => import('./PostsPage.tsx') },
    { path: '/units', load: () => import('./UnitsPage.tsx') },
    { path: '/roles', load: () => import('./RolesPage.tsx') },
    { path: '/access', load: () => import('./AccessPage.tsx') },
    { path: '/me', load: () => import('./ProfilePage.tsx') },
  ],
  places: [
    { path: '/people', group: 'staff', label: 'place.people', permissions: ['identity.see-people'], order: 10 },
    { path: '/posts', group: 'staff', label: 'place.posts', permissions: ['identity.see-people'], order: 20 },
    { path: '/units', group: 'staff', label: 'place.units', permissions: ['identity.see-people'], order: 50 },
    {
      path: '/roles',
      group: 'system',
      label: 'place.roles',
      permissions: ['identity.manage-accounts', 'identity.manage-access', 'audit.read'],
      order: 10,
    },
    {
      path: '/access',
      group: 'system',
      label: 'place.access',
      permissions: ['identity.manage-access'],
      order: 20,
    },
  ],
  subjects: {
    person: { path: id => `/people/${id}`, texts: [identityMessages], renews: ['identity.'] },
    post: { path: () => '/posts', texts: [identityMessages], renews: ['identity.'] },
  },
}

export { MustFirst } from './MustFirst.tsx'
export { type Me, useMe, useSignOut, useSwitchPost } from './own-session.ts'
export { SetUp, useSetUpState } from './SetUp.tsx'
export { SignIn, SignInAgain } from './SignIn.tsx'
