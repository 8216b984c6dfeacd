import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { depthOf } from '#platform/authz/common/grants.ts'
import { placeColumn } from '#platform/authz/server/visible-where.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { IdentityTables } from '../tables.ts'

export type SubstitutionRow = Selectable<IdentityTables['identity.substitution']>

interface Asked {
  readonly gridPath?: string | undefined
  /** Those that were over before this are left out. */
  readonly since: Instant
}

/** Who stands in on posts. Posted like who holds them, so it takes no actor. */
export class SubstitutionReader {
  protected readonly db: Kysely<IdentityTables>

  constructor(db: Kysely<IdentityTables>) {
    this.db = db
  }

  async list({ gridPath, since }: Asked) {
    return this.db
      .selectFrom('identity.substitution as one')
      .innerJoin('identity.staffed_post as post', 'post.id', 'one.post_id')
      .innerJoin('identity.person as person', 'person.id', 'one.person_id')
      .selectAll('one')
      .select(['post.title', 'post.unit_name', 'post.grid_path', 'post.person_name as holder_name'])
      .select('person.name as person_name')
      .$if(gridPath !== undefined, q => q.where(`post.${placeColumn(depthOf(gridPath!))}`, '=', gridPath!))
      .where(sql<boolean>`least(one.until_at, coalesce(one.ended_at, one.until_at)) > ${since}`)
      .orderBy('one.from_at', 'desc')
      .orderBy('one.id')
      .limit(500)
      .execute()
  }

  /** Those of a post that have not been ended. */
  async ofPost(postId: string): Promise<SubstitutionRow[]> {
    return this.db
      .selectFrom('identity.substitution')
      .selectAll()
      .where('post_id', '=', postId)
      .where('ended_at', 'is', null)
      .execute()
  }

  /** Posts on which a person stands in at a moment. */
  async postsOf(personId: string, now: Instant): Promise<string[]> {
    const rows = await this.db
      .selectFrom('identity.substitution')
      .select('post_id')
      .distinct()
      .where('person_id', '=', personId)
      .where('ended_at', 'is', null)
      .where('from_at', '<=', now)
      .where('until_at', '>', now)
      .execute()
    return rows.map(row => row.post_id)
  }
}

export class SubstitutionWriter extends SubstitutionReader {
  readonly #tx: Transaction<IdentityTables>

  constructor(tx: Transaction<IdentityTables>) {
    super(tx)
    this.#tx = tx
  }

  /** False when the id is taken. */
  async add(row: SubstitutionRow): Promise<boolean> {
    const added = await this.#tx
      .insertInto('identity.substitution')
      .values(row)
      .onConflict(conflict => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    return added !== undefined
  }

  /** One that has not been ended and is not over, held until the unit of work ends. */
  async take(id: string, now: Instant): Promise<SubstitutionRow | undefined> {
    return this.#tx
      .selectFrom('identity.substitution')
      .selectAll()
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .where('until_at', '>', now)
      .forUpdate()
      .executeTakeFirst()
  }

  async end(id: string, now: Instant): Promise<void> {
    await this.#tx.updateTable('identity.substitution').set({ ended_at: now }).where('id', '=', id).execute()
  }
}
