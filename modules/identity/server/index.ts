/** The door of this module for other server code: who sends a request, posts, units, names, and filling a new database. */
export { createAuthenticator } from './authenticator.ts'
export { IdentityNews } from './identity-news.ts'
export { RightsMemory } from './rights-memory.ts'
export { ShortMemory } from './short-memory.ts'
export { hashPassword } from './password-hash.ts'
export { addRoles, hasAccounts, isDemo, newSetupToken, type NewRole, offerRoles } from './start.ts'
export { PersonDirectory, PostDirectory, UnitDirectory, type UnitEntry } from './stores/directory-store.ts'
export {
  IdentityLoader,
  type LoadedAccount,
  type LoadedAppointment,
  type LoadedPerson,
  type LoadedPost,
  type LoadedUnit,
} from './stores/identity-loader-store.ts'
export { movePostsToGrid } from './stores/post-store.ts'
export { type DemoLogin, InstallationReader } from './stores/installation-store.ts'
export type { PermissionWord } from './world.ts'
export { deskStaff } from './access-table.ts'
export { identitySealed } from './sealed-columns.ts'
