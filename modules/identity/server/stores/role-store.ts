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

  /**
   * Gives a role that the program brings whatever it was never offered: all of it when the role is new, otherwise what
   * came with a newer version. Answers how many rights an existing role got; what was taken away stays away.
   */
  async offer(code: string, name: string, permissions: readonly RolePermission[], now: Instant): Promise<number> {
    const added = await this.#tx
      .insertInto('identity.role')
      .values({ code, name, changed_at: now })
      .onConflict(conflict => conflict.column('code').doNothing())
      .executeTakeFirst()
    const role = (await this.take(code))!
    const given = await this.#addPermissions(code, await this.#neverOffered(code, permissions, now))
    if (added.numInsertedOrUpdatedRows === 1n || given === 0) return 0
    const change = { version: role.version + 1, changed_at: now }
    await this.#tx.updateTable('identity.role').set(change).where('code', '=', code).execute()
    return given
  }

  async #neverOffered(code: string, permissions: readonly RolePermission[], now: Instant): Promise<RolePermission[]> {
    if (permissions.length === 0) return []
    return this.#tx
      .insertInto('identity.role_offer')
      .values(permissions.map(({ permission, scope }) => ({ role_code: code, permission, scope, at: now })))
      .onConflict(conflict => conflict.doNothing())
      .returning(['permission', 'scope'])
      .execute()
  }

  async #addPermissions(code: string, permissions: readonly RolePermission[]): Promise<number> {
    if (permissions.length === 0) return 0
    const added = await this.#tx
      .insertInto('identity.role_permission')
      .values(permissions.map(({ permission, scope }) => ({ role_code: code, permission, scope })))
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirst()
    return Number(added.numInsertedOrUpdatedRows)
  }
}
