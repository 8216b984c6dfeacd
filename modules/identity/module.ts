import { defineModule, type Module } from '#platform/commands/server/define-module.ts'
import type { SecretBox } from '#platform/crypto/server/index.ts'
import { identityMessages } from './common/messages.ts'
import { identityPermissions } from './common/permissions.ts'
import { defaultIdentitySettings, type IdentitySettings } from './common/settings.ts'
import { identityAuditWords } from './server/audit-words.ts'
import { appoint } from './server/commands/appoint.ts'
import { beginTotp } from './server/commands/begin-totp.ts'
import { changePassword } from './server/commands/change-password.ts'
import { confirmTotp } from './server/commands/confirm-totp.ts'
import { createPerson } from './server/commands/create-person.ts'
import { createPost } from './server/commands/create-post.ts'
import { createUnit } from './server/commands/create-unit.ts'
import { contactDevice, openDevice, wipeDevice } from './server/commands/device-commands.ts'
import { disableAccount } from './server/commands/disable-account.ts'
import { enableAccount } from './server/commands/enable-account.ts'
import { endAppointment } from './server/commands/end-appointment.ts'
import { removeTotp } from './server/commands/remove-totp.ts'
import { resetPassword } from './server/commands/reset-password.ts'
import { resetTotp } from './server/commands/reset-totp.ts'
import { revokeSession } from './server/commands/revoke-session.ts'
import { setRolePermissions } from './server/commands/set-role-permissions.ts'
import { setUp } from './server/commands/set-up.ts'
import { signIn } from './server/commands/sign-in.ts'
import { signOut } from './server/commands/sign-out.ts'
import { endSubstitution, substitute } from './server/commands/substitute.ts'
import { switchPost } from './server/commands/switch-post.ts'
import { unlock } from './server/commands/unlock.ts'
import { knownStaff } from './server/staff-names.ts'
import { listLocks, listRoles } from './server/queries/access.ts'
import { listDevices } from './server/queries/devices.ts'
import { listPeople, listPosts, listUnits, showPerson } from './server/queries/directory.ts'
import { demoLogins, setupState } from './server/queries/installation.ts'
import { me } from './server/queries/me.ts'
import { listSessions, mySessions } from './server/queries/sessions.ts'
import { listSubstitutions } from './server/queries/substitutions.ts'
import { sweep } from './server/sweep.ts'
import type { IdentityWorld, PermissionWord } from './server/world.ts'

export interface IdentityModuleOptions {
  /** Seals the secrets of one-time codes. */
  readonly box: SecretBox
  /** The permission words of all modules; asked when roles are shown or changed. */
  readonly words: () => readonly PermissionWord[]
  readonly settings?: IdentitySettings
}

/** People who log in, units, posts, appointments, roles and sessions. */
export function identityModule({ box, words, settings = defaultIdentitySettings }: IdentityModuleOptions): Module {
  const world: IdentityWorld = { box, words, settings }
  return defineModule({
    name: 'identity',
    folder: new URL('./', import.meta.url),
    commands: [
      signIn(world),
      signOut(world),
      switchPost(world),
      changePassword(world),
      beginTotp(world),
      confirmTotp(world),
      removeTotp(world),
      resetTotp(world),
      revokeSession(world),
      openDevice(world),
      contactDevice,
      wipeDevice(world),
      createPerson,
      resetPassword(world),
      disableAccount(world),
      enableAccount,
      createUnit,
      createPost,
      appoint,
      endAppointment,
      substitute,
      endSubstitution,
      setRolePermissions(world),
      unlock(world),
      setUp(world),
    ],
    queries: [
      me(world),
      mySessions(world),
      listSessions(world),
      listDevices,
      listPeople,
      showPerson,
      listUnits,
      listPosts,
      listSubstitutions,
      listRoles(world),
      listLocks,
      setupState,
      demoLogins,
    ],
    permissions: identityPermissions,
    messages: identityMessages,
    auditWords: identityAuditWords,
    known: knownStaff,
    jobs: [sweep(settings)],
    sees: {},
  })
}
