import { type Kysely, sql, type Transaction } from 'kysely'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { RolePermission } from '../../common/roles.ts'
import type { IdentityTables } from '../tables.ts'

export interface Role {
  readonly code: string
  readonly name: string
  readonly version: number
}

/** Kinds of post and what each may do. */
export class RoleReader {
  protected readonly db: Kysely<IdentityTables>

  constructor(db: Kysely<IdentityTables>) {
    this.db = db
  }

  async find(code: string): Promise<Role | undefined> {
    return this.db
      .selectFrom('identity.role')
      .select(['code', 'name', 'version'])
      .where('code', '=', code)
      .executeTakeFirst()
  }

  /** All roles; there are a few dozen at most. */
  async list(): Promise<(Role & { posts: number; permissions: RolePermission[] })[]> {
    return this.db
      .selectFrom('identity.role as role')
      .select(['role.code', 'role.name', 'role.version'])
      .select(eb =>
        eb
          .selectFrom('identity.post as post')
          .select(e => e.fn.countAll<number>().as('posts'))
          .whereRef('post.role_code', '=', 'role.code')
          .$asScalar()
          .$notNull()
          .as('posts'),
      )
      .select(
        sql<RolePermission[]>`(select coalesce(jsonb_agg(jsonb_build_object('permission', permission, 'scope', scope)
          order by permission, scope), '[]') from identity.role_permission where role_code = role.code)`.as(
          'permissions',
        ),
      )
      .orderBy('role.code')
      .execute()
  }
}

export class RoleWriter extends RoleReader {
  readonly #tx: Transaction<IdentityTables>

  constructor(tx: Transaction<IdentityTables>) {
    super(tx)
    this.#tx = tx
  }

  async take(code: string): Promise<Role | undefined> {
    return this.#tx
      .selectFrom('identity.role')
      .select(['code', 'name', 'version'])
      .where('code', '=', code)
      .forUpdate()
      .executeTakeFirst()
  }

  async setPermissions(code: string, version: number, permissions: readonly RolePermission[], now: Instant) {
    await this.#tx.updateTable('identity.role').set({ version, changed_at: now }).where('code', '=', code).execute()
    await this.#tx.deleteFrom('identity.role_permission').where('role_code', '=', code).execute()
    await this.#addPermissions(code, permissions)
  }

  /** Adds a role with what it may do at first; a role that exists already stays as its administrator left it. */
  async addIfNew(code: string, name: string, permissions: readonly RolePermission[], now: Instant): Promise<boolean> {
    const added = await this.#tx
      .insertInto('identity.role')
      .values({ code, name, changed_at: now })
      .onConflict(conflict => conflict.column('code').doNothing())
      .executeTakeFirst()
    if (added.numInsertedOrUpdatedRows !== 1n) return false
    await this.#addPermissions(code, permissions)
    return true
  }

  async #addPermissions(code: string, permissions: readonly RolePermission[]): Promise<void> {
    if (permissions.length === 0) return
    await this.#tx
      .insertInto('identity.role_permission')
      .values(permissions.map(({ permission, scope }) => ({ role_code: code, permission, scope })))
      .onConflict(conflict => conflict.doNothing())
      .execute()
  }
}
