import { type Insertable, type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { PostsTables } from './tables.ts'

export type BodyRow = Selectable<PostsTables['posts.body']>
export type MemberRow = Selectable<PostsTables['posts.body_member']>
export type AssignmentRow = Selectable<PostsTables['posts.assignment']>

/** Bodies with their rosters, and who answers for what. Posted in public, so it takes no actor. */
export class RosterReader {
  protected readonly db: Kysely<PostsTables>

  constructor(db: Kysely<PostsTables>) {
    this.db = db
  }

  async bodiesIn(gridPath: string): Promise<BodyRow[]> {
    return this.db
      .selectFrom('posts.body')
      .selectAll()
      .where(inside(gridPath))
      .where('valid_to', 'is', null)
      .orderBy(sql`string_to_array(grid_path, '.')::int[]`)
      .orderBy('kind')
      .orderBy('id')
      .execute()
  }

  async findBody(id: string): Promise<BodyRow | undefined> {
    return this.db
      .selectFrom('posts.body')
      .selectAll()
      .where('id', '=', id)
      .where('valid_to', 'is', null)
      .executeTakeFirst()
  }

  async membersOf(bodyIds: readonly string[]): Promise<MemberRow[]> {
    if (bodyIds.length === 0) return []
    return this.db
      .selectFrom('posts.body_member')
      .selectAll()
      .where('body_id', '=', sql<string>`any(${bodyIds}::uuid[])`)
      .orderBy(sql`array_position(array['head', 'deputy', 'secretary', 'member'], role)`)
      .orderBy('term_from')
      .orderBy('id')
      .execute()
  }

  async findMember(id: string): Promise<MemberRow | undefined> {
    return this.db.selectFrom('posts.body_member').selectAll().where('id', '=', id).executeTakeFirst()
  }

  async assignmentsIn(gridPath: string): Promise<AssignmentRow[]> {
    return this.db
      .selectFrom('posts.assignment')
      .selectAll()
      .where(inside(gridPath))
      .where('valid_to', 'is', null)
      .orderBy(sql`string_to_array(grid_path, '.')::int[]`)
      .orderBy(sql`array_position(array['area', 'group', 'household'], kind)`)
      .orderBy('id')
      .limit(2000)
      .execute()
  }

  async findAssignment(id: string): Promise<AssignmentRow | undefined> {
    return this.db
      .selectFrom('posts.assignment')
      .selectAll()
      .where('id', '=', id)
      .where('valid_to', 'is', null)
      .executeTakeFirst()
  }

  /** Which vacancies have been told: `post since`. */
  async toldVacancies(): Promise<ReadonlySet<string>> {
    const rows = await this.db.selectFrom('posts.vacancy_warning').select(['post_id', 'vacant_since']).execute()
    return new Set(rows.map(row => `${row.post_id} ${row.vacant_since}`))
  }
}

/** The dot is what makes it a path: `1.10` is not inside `1.1`. */
const inside = (gridPath: string) =>
  sql<boolean>`(grid_path = ${gridPath} or starts_with(grid_path, ${`${gridPath}.`}))`

export class RosterWriter extends RosterReader {
  readonly #tx: Transaction<PostsTables>

  constructor(tx: Transaction<PostsTables>) {
    super(tx)
    this.#tx = tx
  }

  /** False when the id is taken; the same for the two below. */
  async addBody(row: BodyRow): Promise<boolean> {
    return this.#added('posts.body', row)
  }

  async addMember(row: MemberRow): Promise<boolean> {
    return this.#added('posts.body_member', row)
  }

  async addAssignment(row: AssignmentRow): Promise<boolean> {
    return this.#added('posts.assignment', row)
  }

  async endBody(id: string, on: string): Promise<void> {
    await this.#tx.updateTable('posts.body').set({ valid_to: on }).where('id', '=', id).execute()
  }

  async endMember(id: string, on: string): Promise<void> {
    await this.#tx.updateTable('posts.body_member').set({ left_on: on }).where('id', '=', id).execute()
  }

  async endAssignment(id: string, on: string): Promise<void> {
    await this.#tx.updateTable('posts.assignment').set({ valid_to: on }).where('id', '=', id).execute()
  }

  /** False when it was told before. */
  async noteWarning(row: { postId: string; since: Instant; personId: string; at: Instant }): Promise<boolean> {
    const noted = await this.#tx
      .insertInto('posts.vacancy_warning')
      .values({ post_id: row.postId, vacant_since: row.since, told_person: row.personId, at: row.at })
      .onConflict(conflict => conflict.doNothing())
      .returning('post_id')
      .executeTakeFirst()
    return noted !== undefined
  }

  async #added<T extends 'posts.body' | 'posts.body_member' | 'posts.assignment'>(
    table: T,
    row: Insertable<PostsTables[T]>,
  ): Promise<boolean> {
    const added = await this.#tx
      .insertInto(table)
      .values(row as never)
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  }
}
