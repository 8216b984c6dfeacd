import { type ExpressionBuilder, type Kysely, sql } from 'kysely'
import { depthOf, type Grant } from '#platform/authz/common/grants.ts'
import { placeColumn } from '#platform/authz/server/visible-where.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { isUuid, uuidsAmong } from '#platform/kernel/common/uuid.ts'
import type { Post } from '../../common/contract.ts'
import { grantsOf, type Scope, scopes } from '../../common/roles.ts'
import type { IdentityTables } from '../tables.ts'
import { SubstitutionReader } from './substitution-store.ts'
import { type PostRow, toPost } from './post-store.ts'

const postColumns = [
  'id',
  'title',
  'unit_id',
  'unit_name',
  'role_code',
  'role_name',
  'grid_path',
  'appointment_id',
  'person_id',
  'person_name',
  'held_since',
] as const satisfies readonly (keyof PostRow)[]

/** What is the district's own is nobody's on a grid, wherever the post of the district stands. */
const onTheGround = scopes.filter(scope => scope !== 'district')

/** Of a role that has the permission with one of these reaches. */
function ofRole(permission: string, reach: readonly Scope[]) {
  return (eb: ExpressionBuilder<IdentityTables, 'identity.staffed_post'>) =>
    eb(
      'role_code',
      'in',
      eb
        .selectFrom('identity.role_permission')
        .select('role_code')
        .where('permission', '=', permission)
        .where('scope', 'in', [...reach]),
    )
}

/**
 * Posts for other modules' server code: who answers for a place, who can be given a matter, what a post is called. It
 * shows posts and the names of who holds them, so the caller must have decided that its reader may see that.
 */
export class PostDirectory<Tables = unknown> {
  readonly #db: Kysely<IdentityTables>

  constructor(db: Kysely<Tables>) {
    this.#db = db as unknown as Kysely<IdentityTables>
  }

  /** Posts by id, in any order; ids that belong to nothing are left out. */
  async byIds(ids: readonly string[]): Promise<Post[]> {
    const known = uuidsAmong(ids)
    if (known.length === 0) return []
    return this.#posts()
      .where('id', 'in', known)
      .execute()
      .then(rows => rows.map(toPost))
  }

  async inUnit(unitId: string): Promise<Post[]> {
    if (!isUuid(unitId)) return []
    return this.#posts()
      .where('unit_id', '=', unitId)
      .orderBy('id')
      .execute()
      .then(rows => rows.map(toPost))
  }

  /** Posts on exactly these grids. */
  async onGrids(paths: readonly string[]): Promise<Post[]> {
    if (paths.length === 0) return []
    const rows = await this.#posts()
      .where('grid_path', 'in', [...new Set(paths)])
      .orderBy('id')
      .execute()
    return rows.map(toPost)
  }

  /** Filled posts on exactly these grids whose role has the permission. */
  async heldOnGrids(paths: readonly string[], permission: string): Promise<Post[]> {
    if (paths.length === 0) return []
    const rows = await this.#posts()
      .where('grid_path', '=', sql<string>`any(${[...paths]}::text[])`)
      .where('person_id', 'is not', null)
      .where(ofRole(permission, onTheGround))
      .orderBy('id')
      .execute()
    return rows.map(toPost)
  }

  /** All posts on a grid and below it; everywhere when no path is given. */
  async within(path?: string): Promise<Post[]> {
    const rows = await this.#posts()
      .where('grid_path', 'is not', null)
      .$if(path !== undefined, q => q.where(placeColumn(depthOf(path!)), '=', path!))
      .orderBy('grid_path')
      .orderBy('id')
      .execute()
    return rows.map(toPost)
  }

  /**
   * Posts whose role has the permission and whose own grid is this one or above it, the nearest first: who is
   * responsible here, and who when that post is vacant.
   */
  async responsibleFor(path: string, permission: string, reach: readonly Scope[] = onTheGround): Promise<Post[]> {
    const above = path.split('.').map((_, i, steps) => steps.slice(0, i + 1).join('.'))
    const rows = await this.#posts()
      .where('grid_path', 'in', above)
      .where(ofRole(permission, reach))
      .orderBy(sql`length(grid_path)`, 'desc')
      .orderBy('id')
      .execute()
    return rows.map(toPost)
  }

  /** Posts whose role has the permission, on a grid or below it (anywhere when no path is given). */
  async withPermission(
    permission: string,
    { path, reach = scopes }: { readonly path?: string; readonly reach?: readonly Scope[] } = {},
  ): Promise<Post[]> {
    const rows = await this.#posts()
      .where(ofRole(permission, reach))
      .$if(path !== undefined, q => q.where(placeColumn(depthOf(path!)), '=', path!))
      .orderBy('id')
      .execute()
    return rows.map(toPost)
  }

  /** What these posts may do of some permissions, as far as somebody holds them. */
  async grantsOf(postIds: readonly string[], permissions: readonly string[]): Promise<Grant[]> {
    if (postIds.length === 0 || permissions.length === 0) return []
    const rows = await this.#db
      .selectFrom('identity.staffed_post as post')
      .innerJoin('identity.role_permission as given', 'given.role_code', 'post.role_code')
      .select(['post.grid_path', 'given.permission', 'given.scope'])
      .distinct()
      .where('post.id', 'in', [...new Set(postIds)])
      .where('post.person_id', 'is not', null)
      .where('given.permission', 'in', [...permissions])
      .execute()
    return rows.flatMap(({ grid_path: path, permission, scope }) => grantsOf([{ permission, scope }], path))
  }

  /** Posts of some roles, on a grid or below it (anywhere when no path is given). */
  async withRoles(roles: readonly string[], path?: string): Promise<Post[]> {
    if (roles.length === 0) return []
    const rows = await this.#posts()
      .where('role_code', 'in', [...new Set(roles)])
      .$if(path !== undefined, q => q.where(placeColumn(depthOf(path!)), '=', path!))
      .orderBy('id')
      .execute()
    return rows.map(toPost)
  }

  /** Posts that nobody holds, on a grid or below it, with since when: the last appointment's end, or the post's first day. */
  async vacant(path: string): Promise<(Post & { readonly since: Instant })[]> {
    const rows = await this.#posts()
      .select(
        sql<Instant>`coalesce(
          (select max(until_at) from identity.appointment where post_id = staffed_post.id),
          (select created_at from identity.post where id = staffed_post.id)
        )`.as('since'),
      )
      .where('person_id', 'is', null)
      .where(placeColumn(depthOf(path)), '=', path)
      .orderBy('id')
      .execute()
    return rows.map(({ since, ...row }) => ({ ...toPost(row), since }))
  }

  /** Who stands in now, by post, on a grid and below it. */
  async substitutes(path: string, now: Instant): Promise<Map<string, { name: string; untilAt: Instant }>> {
    const rows = await new SubstitutionReader(this.#db).list({ gridPath: path, since: now })
    const present = rows.filter(row => row.from_at <= now && row.ended_at === null)
    return new Map(present.map(row => [row.post_id, { name: row.person_name, untilAt: row.until_at }]))
  }

  /** Names of roles by code; codes of no role are left out. */
  async roleNames(codes: readonly string[]): Promise<Map<string, string>> {
    if (codes.length === 0) return new Map()
    const rows = await this.#db
      .selectFrom('identity.role')
      .select(['code', 'name'])
      .where('code', 'in', [...new Set(codes)])
      .execute()
    return new Map(rows.map(({ code, name }) => [code, name]))
  }

  #posts() {
    return this.#db.selectFrom('identity.staffed_post').select(postColumns)
  }
}

export interface UnitEntry {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  readonly kind: string
}

/** Units for other modules' server code. */
export class UnitDirectory<Tables = unknown> {
  readonly #db: Kysely<IdentityTables>

  constructor(db: Kysely<Tables>) {
    this.#db = db as unknown as Kysely<IdentityTables>
  }

  async find(id: string): Promise<UnitEntry | undefined> {
    return this.#units().where('id', '=', id).executeTakeFirst()
  }

  async byIds(ids: readonly string[]): Promise<UnitEntry[]> {
    const known = uuidsAmong(ids)
    return known.length === 0 ? [] : this.#units().where('id', 'in', known).execute()
  }

  async list(): Promise<UnitEntry[]> {
    return this.#units().orderBy('id').execute()
  }

  /** Units in which some post, held or vacant, has the permission: where a matter can be sent. */
  async withPermission(permission: string): Promise<UnitEntry[]> {
    return this.#units()
      .where('id', 'in', eb =>
        eb
          .selectFrom('identity.post')
          .innerJoin('identity.role_permission', 'identity.role_permission.role_code', 'identity.post.role_code')
          .select('identity.post.unit_id')
          .where('identity.role_permission.permission', '=', permission),
      )
      .orderBy('id')
      .execute()
  }

  #units() {
    return this.#db.selectFrom('identity.unit').select(['id', 'parent_id as parentId', 'name', 'kind'])
  }
}

/** Names of people for other modules' histories. */
export class PersonDirectory<Tables = unknown> {
  readonly #db: Kysely<IdentityTables>

  constructor(db: Kysely<Tables>) {
    this.#db = db as unknown as Kysely<IdentityTables>
  }

  /** Names by person id. Ids that are nobody's, such as those of jobs, are left out. */
  async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const people = uuidsAmong(ids)
    if (people.length === 0) return new Map()
    const rows = await this.#db.selectFrom('identity.person').select(['id', 'name']).where('id', 'in', people).execute()
    return new Map(rows.map(row => [row.id, row.name]))
  }

  /** Names of staff by person id. Residents who have an account are in it without one: who they are is not told. */
  async staffNames(ids: readonly string[]): Promise<Map<string, string | null>> {
    const people = uuidsAmong(ids)
    if (people.length === 0) return new Map()
    const rows = await this.#db
      .selectFrom('identity.person')
      .select(['id', 'name', 'staff'])
      .where('id', 'in', people)
      .execute()
    return new Map(rows.map(({ id, name, staff }) => [id, staff ? name : null]))
  }

  /** Staff with these characters in the name or the login, the first by name. */
  async staffCalled(typed: string, limit: number): Promise<{ id: string; name: string; login: string | null }[]> {
    return this.#db
      .selectFrom('identity.person as person')
      .leftJoin('identity.account as account', 'account.person_id', 'person.id')
      .select(['person.id', 'person.name', 'account.login'])
      .where('person.staff', '=', true)
      .where(sql<boolean>`strpos(lower(person.name || ' ' || coalesce(account.login, '')), lower(${typed})) > 0`)
      .orderBy(sql`person.name collate "zh-x-icu"`)
      .orderBy('person.id')
      .limit(limit)
      .execute()
  }
}
