import type { Transaction } from 'kysely'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
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

/** Adds roles that are not there yet; those that are stay as their administrator left them. Safe at every start. */
export async function addRoles(tx: Transaction<unknown>, roles: readonly NewRole[], now: Instant): Promise<void> {
  const writer = new RoleWriter(tx as unknown as Transaction<IdentityTables>)
  for (const { code, name, permissions } of roles) await writer.addIfNew(code, name, permissions, now)
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
