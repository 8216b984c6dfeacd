import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql, type Transaction } from 'kysely'
import { type Actor, can, depthOf, type Placed } from '#platform/authz/common/grants.ts'
import { placeColumn, visibleWhere } from '#platform/authz/server/visible-where.ts'
import { cutPage } from '#platform/contract/common/paging.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { MyPost, Post } from '../../common/contract.ts'
import type { IdentityTables } from '../tables.ts'
import { idCursor } from './cursor.ts'

const word = 'identity.see-people'

export interface PostFilter {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly unitId?: string | undefined
  readonly gridPath?: string | undefined
  readonly roleCode?: string | undefined
  readonly vacant?: boolean | undefined
  readonly search?: string | undefined
}

const columns = [
  'row.id',
  'row.title',
  'row.unit_id',
  'row.unit_name',
  'row.role_code',
  'row.role_name',
  'row.grid_path',
  'row.appointment_id',
  'row.person_id',
  'row.person_name',
  'row.held_since',
] as const

/** Reads posts on behalf of one actor: what the actor may not see is not found. */
export class PostReader {
  protected readonly db: Kysely<IdentityTables>
  protected readonly actor: Actor

  constructor(db: Kysely<IdentityTables>, actor: Actor) {
    this.db = db
    this.actor = actor
  }

  async list(filter: PostFilter): Promise<{ rows: Post[]; next: string | null }> {
    const after = idCursor(filter.cursor)
    const { unitId, gridPath, roleCode, vacant, search, limit } = filter
    const rows = await this.db
      .selectFrom('identity.staffed_post as row')
      .select(columns)
      .where(visiblePost(this.actor))
      .$if(unitId !== undefined, q => q.where('row.unit_id', '=', unitId!))
      .$if(gridPath !== undefined, q => q.where(`row.${placeColumn(depthOf(gridPath!))}`, '=', gridPath!))
      .$if(roleCode !== undefined, q => q.where('row.role_code', '=', roleCode!))
      .$if(vacant !== undefined, q => q.where('row.person_id', vacant ? 'is' : 'is not', null))
      .$if(Boolean(search), q =>
        q.where(sql<SqlBool>`strpos(lower(row.title || ' ' || coalesce(row.person_name, '')), lower(${search})) > 0`),
      )
      .$if(after !== null, q => q.where('row.id', '>', after!))
      .orderBy('row.id')
      .limit(limit + 1)
      .execute()
    const page = cutPage(rows, limit, last => [last.id])
    return { ...page, rows: page.rows.map(toPost) }
  }

  async find(id: string): Promise<Post | undefined> {
    const row = await this.db
      .selectFrom('identity.staffed_post as row')
      .select(columns)
      .where('row.id', '=', id)
      .executeTakeFirst()
    return row && can(this.actor, word, placeOf(row)) ? toPost(row) : undefined
  }

  /** The posts the actor holds, oldest first, then those on which they stand in now. One's own need no permission. */
  async mine(now: Instant): Promise<MyPost[]> {
    if (this.actor.personId === 'nobody') return []
    const rows = await this.db
      .selectFrom('identity.staffed_post as row')
      .select(columns)
      .where(eb =>
        eb.or([
          eb('row.person_id', '=', this.actor.personId),
          eb(
            'row.id',
            'in',
            eb
              .selectFrom('identity.substitution')
              .select('post_id')
              .where('person_id', '=', this.actor.personId)
              .where('ended_at', 'is', null)
              .where('from_at', '<=', now)
              .where('until_at', '>', now),
          ),
        ]),
      )
      .orderBy(sql`"row".person_id is distinct from ${this.actor.personId}::uuid`)
      .orderBy('row.held_since')
      .orderBy('row.id')
      .execute()
    return rows.map(row => {
      const { holder: _holder, ...post } = toPost(row)
      return post
    })
  }
}

/** Writes posts and who holds them. Exists only inside a unit of work. */
export class PostWriter extends PostReader {
  readonly #tx: Transaction<IdentityTables>

  constructor(tx: Transaction<IdentityTables>, actor: Actor) {
    super(tx, actor)
    this.#tx = tx
  }

  /** Like `find`, and holds the post until the unit of work ends. */
  async take(id: string): Promise<Post | undefined> {
    await this.#tx.selectFrom('identity.post').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
    return this.find(id)
  }

  async add(post: {
    id: string
    title: string
    unitId: string
    roleCode: string
    gridPath: string | null
    at: Instant
  }) {
    const added = await this.#tx
      .insertInto('identity.post')
      .values({
        id: post.id,
        title: post.title,
        unit_id: post.unitId,
        role_code: post.roleCode,
        grid_path: post.gridPath,
        created_at: post.at,
      })
      .onConflict(conflict => conflict.column('id').doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  }

  async rolesHeldBy(personId: string): Promise<string[]> {
    const rows = await this.#tx
      .selectFrom('identity.staffed_post')
      .select('role_code')
      .distinct()
      .where('person_id', '=', personId)
      .execute()
    return rows.map(row => row.role_code)
  }

  async addAppointment(appointment: { id: string; postId: string; personId: string; at: Instant }): Promise<void> {
    await this.#tx
      .insertInto('identity.appointment')
      .values({
        id: appointment.id,
        post_id: appointment.postId,
        person_id: appointment.personId,
        from_at: appointment.at,
      })
      .execute()
  }

  /** The appointment with this id that has not ended, held until the unit of work ends. */
  async takeAppointment(id: string): Promise<{ postId: string; personId: string } | undefined> {
    const row = await this.#tx
      .selectFrom('identity.appointment')
      .select(['post_id', 'person_id'])
      .where('id', '=', id)
      .where('until_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    return row && { postId: row.post_id, personId: row.person_id }
  }

  async endAppointment(id: string, now: Instant): Promise<void> {
    await this.#tx.updateTable('identity.appointment').set({ until_at: now }).where('id', '=', id).execute()
  }

  /** How many others hold a post with this role and can sign in. */
  async othersWhoAre(roleCode: string, personId: string): Promise<number> {
    const row = await this.#tx
      .selectFrom('identity.staffed_post as post')
      .innerJoin('identity.account as account', 'account.person_id', 'post.person_id')
      .select(eb => eb.fn.count<number>('post.person_id').distinct().as('count'))
      .where('post.role_code', '=', roleCode)
      .where('post.person_id', '!=', personId)
      .where('account.disabled_at', 'is', null)
      .executeTakeFirstOrThrow()
    return Number(row.count)
  }
}

type StaffedPost = IdentityTables['identity.staffed_post']

/** Sound because `staffed_post` has every column of a placed row under the same name. */
export function visiblePost(actor: Actor) {
  return (eb: ExpressionBuilder<{ row: StaffedPost }, 'row'>): Expression<SqlBool> => visibleWhere(actor, word)(eb)
}

export function placeOf(row: Pick<StaffedPost, 'id' | 'unit_id' | 'grid_path' | 'person_id'>): Placed {
  return { gridPath: row.grid_path, unitId: row.unit_id, postId: row.id, ownerId: row.person_id }
}

/** Where a post is, for who may do something about it. */
export function placedPost(post: Post): Placed {
  return { gridPath: post.gridPath, unitId: post.unitId, postId: post.id, ownerId: post.holder?.personId ?? null }
}

export type PostRow = Pick<
  StaffedPost,
  | 'id'
  | 'title'
  | 'unit_id'
  | 'unit_name'
  | 'role_code'
  | 'role_name'
  | 'grid_path'
  | 'appointment_id'
  | 'person_id'
  | 'person_name'
  | 'held_since'
>

export function toPost(row: PostRow): Post {
  const { person_id, person_name, appointment_id, held_since } = row
  const held = person_id !== null && person_name !== null && appointment_id !== null && held_since !== null
  return {
    id: row.id,
    title: row.title,
    unitId: row.unit_id,
    unitName: row.unit_name,
    gridPath: row.grid_path,
    roleCode: row.role_code,
    roleName: row.role_name,
    holder: held ? { personId: person_id, name: person_name, appointmentId: appointment_id, since: held_since } : null,
  }
}

/**
 * A grid is no more: posts that stood in it stand in its heir, and with them what they may do there, since a grant is
 * read from the post's grid. For the module that keeps the grids.
 */
export async function movePostsToGrid(tx: Transaction<unknown>, from: string, to: string): Promise<void> {
  await (tx as unknown as Transaction<IdentityTables>)
    .updateTable('identity.post')
    .set({ grid_path: to })
    .where('grid_path', '=', from)
    .execute()
}
