import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql, type Transaction } from 'kysely'
import { type Actor, can } from '#platform/authz/common/grants.ts'
import { cutPage } from '#platform/contract/common/paging.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Appointment, PersonListed } from '../../common/contract.ts'
import type { IdentityTables } from '../tables.ts'
import { nameCursor } from './cursor.ts'
import { visiblePost } from './post-store.ts'

const word = 'identity.see-people'
const nowhere = { gridPath: null, unitId: null, postId: null, ownerId: null }

/** Residents who have an account are no part of the directory; whoever looks after accounts has to find theirs by its id. */
const mayKnowResidents = (actor: Actor) =>
  ['identity.manage-accounts', 'identity.manage-access'].some(permission => can(actor, permission, nowhere))

export interface PersonFilter {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly search?: string | undefined
  readonly unitId?: string | undefined
  readonly state?: 'active' | 'disabled' | 'without-post' | undefined
}

/**
 * The staff directory as one actor sees it. Who may see people everywhere sees all staff; who may see them in a place or
 * unit sees those who hold a post there.
 */
export class PersonReader {
  protected readonly db: Kysely<IdentityTables>
  protected readonly actor: Actor

  constructor(db: Kysely<IdentityTables>, actor: Actor) {
    this.db = db
    this.actor = actor
  }

  async list(filter: PersonFilter): Promise<{ rows: PersonListed[]; next: string | null }> {
    const { limit, search, unitId, state } = filter
    const after = nameCursor(filter.cursor)
    const rows = await this.db
      .selectFrom('identity.person as person')
      .leftJoin('identity.account as account', 'account.person_id', 'person.id')
      .select(['person.id', 'person.name', 'account.login', 'account.disabled_at'])
      .select(postsOf.as('posts'))
      .where('person.staff', '=', true)
      .where(this.#visible())
      .$if(Boolean(search), q =>
        q.where(sql<SqlBool>`strpos(lower(person.name || ' ' || coalesce(account.login, '')), lower(${search})) > 0`),
      )
      .$if(unitId !== undefined, q => q.where('person.id', 'in', this.#holders().where('row.unit_id', '=', unitId!)))
      .$if(state === 'active', q => q.where('account.login', 'is not', null).where('account.disabled_at', 'is', null))
      .$if(state === 'disabled', q => q.where('account.disabled_at', 'is not', null))
      .$if(state === 'without-post', q => q.where('person.id', 'not in', this.#holders()))
      .$if(after !== null, q =>
        q.where(
          sql<SqlBool>`(person.name collate "zh-x-icu", person.id) > (${after!.name}::text collate "zh-x-icu", ${after!.id})`,
        ),
      )
      .orderBy(sql`person.name collate "zh-x-icu"`)
      .orderBy('person.id')
      .limit(limit + 1)
      .execute()
    const page = cutPage(rows, limit, last => [last.name, last.id])
    return { ...page, rows: page.rows.map(toListed) }
  }

  async find(id: string): Promise<{ id: string; name: string } | undefined> {
    return this.db
      .selectFrom('identity.person as person')
      .select(['person.id', 'person.name'])
      .where('person.id', '=', id)
      .where(this.#visible())
      .executeTakeFirst()
  }

  /** Posts now and before; nothing when the person is not visible. */
  async appointments(personId: string): Promise<Appointment[]> {
    if (!(await this.find(personId))) return []
    const rows = await this.db
      .selectFrom('identity.appointment as appointment')
      .innerJoin('identity.staffed_post as post', 'post.id', 'appointment.post_id')
      .select(['appointment.id', 'appointment.post_id', 'appointment.from_at', 'appointment.until_at'])
      .select(['post.title', 'post.unit_name', 'post.grid_path', 'post.role_code', 'post.role_name'])
      .where('appointment.person_id', '=', personId)
      .orderBy(sql`appointment.until_at desc nulls first`)
      .orderBy('appointment.from_at', 'desc')
      .limit(100)
      .execute()
    return rows.map(row => ({
      id: row.id,
      postId: row.post_id,
      postTitle: row.title,
      unitName: row.unit_name,
      gridPath: row.grid_path,
      roleCode: row.role_code,
      roleName: row.role_name,
      fromAt: row.from_at,
      untilAt: row.until_at,
    }))
  }

  /** How somebody signs in, with the lock that holds now. */
  async account(personId: string, now: Instant) {
    if (!(await this.find(personId))) return undefined
    const row = await this.db
      .selectFrom('identity.account as account')
      .select(['login', 'totp_on_at', 'must_change_password', 'last_sign_in_at', 'disabled_at'])
      .select(eb =>
        eb
          .selectFrom('identity.attempt')
          .select('locked_until')
          .where('kind', '=', 'login')
          .where('key', '=', sql<string>`encode(sha256(convert_to('login:' || account.login, 'UTF8')), 'hex')`)
          .where('locked_until', '>', now)
          .as('locked_until'),
      )
      .where('person_id', '=', personId)
      .executeTakeFirst()
    return (
      row && {
        login: row.login,
        state: row.disabled_at === null ? ('active' as const) : ('disabled' as const),
        totpOn: row.totp_on_at !== null,
        mustChangePassword: row.must_change_password,
        lastSignInAt: row.last_sign_in_at,
        lockedUntil: row.locked_until,
      }
    )
  }

  #visible() {
    const { actor } = this
    return (eb: ExpressionBuilder<{ person: IdentityTables['identity.person'] }, 'person'>): Expression<SqlBool> => {
      if (can(actor, word, nowhere)) return mayKnowResidents(actor) ? eb.lit(true) : eb('person.staff', '=', true)
      return eb('person.id', 'in', this.#holders().where(visiblePost(actor)))
    }
  }

  #holders() {
    return this.db
      .selectFrom('identity.staffed_post as row')
      .select(eb => eb.ref('row.person_id').$notNull().as('person_id'))
      .where('row.person_id', 'is not', null)
  }
}

export class PersonWriter extends PersonReader {
  readonly #tx: Transaction<IdentityTables>

  constructor(tx: Transaction<IdentityTables>, actor: Actor) {
    super(tx, actor)
    this.#tx = tx
  }

  /** Like `find`, and holds the person until the unit of work ends. */
  async take(id: string): Promise<{ id: string; name: string } | undefined> {
    await this.#tx.selectFrom('identity.person').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
    return this.find(id)
  }

  async add(person: { id: string; name: string; at: Instant }): Promise<boolean> {
    const added = await this.#tx
      .insertInto('identity.person')
      .values({ id: person.id, name: person.name, staff: true, created_at: person.at })
      .onConflict(conflict => conflict.column('id').doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  }

  /** Whoever gets a post is in the directory from then on. */
  async markAsStaff(id: string): Promise<void> {
    await this.#tx
      .updateTable('identity.person')
      .set({ staff: true })
      .where('id', '=', id)
      .where('staff', '=', false)
      .execute()
  }
}

type ListedPost = PersonListed['posts'][number]

const postsOf = sql<ListedPost[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('id', id, 'title', title, 'unitName', unit_name, 'gridPath', grid_path)
    order by held_since, id), '[]')
  from identity.staffed_post where person_id = person.id)`

function toListed(row: {
  id: string
  name: string
  login: string | null
  disabled_at: Instant | null
  posts: ListedPost[]
}): PersonListed {
  const accountState = row.login === null ? 'none' : row.disabled_at === null ? 'active' : 'disabled'
  return { id: row.id, name: row.name, login: row.login, accountState, posts: row.posts }
}
