/** The door of this module for pure code: roles and scopes, the administrators' powers, password rules, texts. */
export { administratorPowers, administratorRoles, isAdministratorRole, type AdministratorRole } from './permissions.ts'
export { passwordObjections, type PasswordObjection } from './password-rules.ts'
export { grantsOf, residentRole, type RolePermission, type Scope, scopes } from './roles.ts'
export { defaultIdentitySettings, type IdentitySettings } from './settings.ts'
export {
  endSubstitution,
  listPeople,
  listPosts,
  listRoles,
  listSubstitutions,
  me,
  substitute,
  switchPost,
  type MyPost,
  type Post,
  type Unit,
} from './contract.ts'
export { identityMessages } from './messages.ts'
