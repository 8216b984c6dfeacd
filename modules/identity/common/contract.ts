/** Every endpoint of this module; `contract/` holds them by idea. */
export { signIn, signOut, type SessionKey } from './contract/sign-in.ts'
export {
  beginTotp,
  changePassword,
  confirmTotp,
  listSessions,
  me,
  mySessions,
  removeTotp,
  resetTotp,
  revokeSession,
  switchPost,
  type MyPost,
  type SessionShown,
} from './contract/own-account.ts'
export {
  createPerson,
  disableAccount,
  enableAccount,
  listPeople,
  resetPassword,
  showPerson,
  type PersonListed,
  type Appointment,
} from './contract/people.ts'
export {
  appoint,
  createPost,
  createUnit,
  endAppointment,
  listPosts,
  listUnits,
  unitKinds,
  type Unit,
  type Post,
} from './contract/units-and-posts.ts'
export {
  contactDevice,
  listDevices,
  openDevice,
  wipeDevice,
  type DeviceShown,
} from './contract/devices.ts'
export { listLocks, listRoles, setRolePermissions, unlock } from './contract/access.ts'
export { demoLogins, setUp, setupState } from './contract/set-up.ts'
export { endSubstitution, listSubstitutions, substitute, type Substitution } from './contract/substitutions.ts'
