import type { Transaction } from 'kysely'
import { Effects } from '#platform/commands/server/effects.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import type { RolePermission } from '../common/roles.ts'
import { InstallationReader, InstallationWriter } from './stores/installation-store.ts'
import { RoleWriter } from './stores/role-store.ts'
import type { IdentityTables } from './tables.ts'
import { newToken } from './token.ts'

export interface NewRole {
  readonly code: string
  readonly name: string
  readonly permissions: readonly RolePermission[]
}

/** Adds roles to a database that is being filled. */
export async function addRoles(tx: Transaction<unknown>, roles: readonly NewRole[], now: Instant): Promise<void> {
  const writer = new RoleWriter(tx as unknown as Transaction<IdentityTables>)
  for (const { code, name, permissions } of roles) await writer.offer(code, name, permissions, now)
}

/**
 * At every start: the roles that the program brings are there, and have been given what this version is the first to
 * bring. Each role that got something is an entry of the audit; which rights those were is kept in `identity.role_offer`.
 */
export function offerRoles(db: Db, roles: readonly NewRole[], now: Instant): Promise<void> {
  return db.unitOfWork(async (tx: Transaction<IdentityTables>, hold) => {
    const writer = new RoleWriter(tx)
    for (const { code, name, permissions } of roles) {
      const given = await writer.offer(code, name, permissions, now)
      if (given === 0) continue
      const by = { actorId: 'upgrade', postId: null, command: 'identity.offer-permissions', requestId: newId() }
      const entry = { ...by, at: now, subject: { kind: 'role', id: code }, outcome: 'done', deviceAt: null, kept: null }
      for (const write of new Effects().settle(entry)) hold(write)
    }
  })
}

/** Whether this database holds the demo town, whose logins are public. */
export function isDemo(db: Db): Promise<boolean> {
  return new InstallationReader(db.read<IdentityTables>()).isDemo()
}

/** Whether somebody can sign in already. */
export function hasAccounts(db: Db): Promise<boolean> {
  return new InstallationReader(db.read<IdentityTables>()).hasAccounts()
}

/**
 * A token for naming the first administrators, to be printed where only the operator sees it; null when there are
 * accounts already, and in the demo. Good for a day and one use.
 */
export function newSetupToken(db: Db, now: Instant): Promise<string | null> {
  return db.unitOfWork(async (tx: Transaction<IdentityTables>) => {
    const installation = new InstallationWriter(tx)
    await installation.takeSetUp()
    if ((await installation.isDemo()) || (await installation.hasAccounts())) return null
    const token = newToken()
    await installation.keepSetUpToken(token, now)
    return token
  })
}
