import { type Kysely, sql, type Transaction } from 'kysely'
import { cutPage } from '#platform/contract/common/paging.ts'
import { instantOf, millisecondsOf, type Instant } from '#platform/kernel/common/instant.ts'
import type { RolePermission } from '../../common/roles.ts'
import type { IdentitySettings } from '../../common/settings.ts'
import type { IdentityTables, SessionEnd } from '../tables.ts'
import { hashOfToken } from '../token.ts'
import { timeCursor } from './cursor.ts'

/** What `identity.who` answers: why there is no session, or whose it is and what each of their posts may do. */
export type Holder =
  | { readonly over: 'unknown' | 'ended' | 'expired' }
  | {
      readonly over?: undefined
      readonly sessionId: string
      readonly personId: string
      readonly postId: string | null
      readonly totpOn: boolean
      readonly mustChangePassword: boolean
      readonly demo: boolean
      readonly posts: readonly {
        readonly id: string
        readonly unitId: string
        readonly gridPath: string | null
        readonly role: string
        readonly permissions: readonly RolePermission[]
      }[]
      readonly residentPermissions: readonly RolePermission[]
    }

interface SessionFilter {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly personId?: string | undefined
}

const columns = ['id', 'person_id', 'started_at', 'last_seen_at', 'expires_at', 'address', 'device'] as const

/** Where people are signed in. */
export class SessionReader {
  protected readonly db: Kysely<IdentityTables>
  protected readonly settings: IdentitySettings

  constructor(db: Kysely<IdentityTables>, settings: IdentitySettings) {
    this.db = db
    this.settings = settings
  }

  /** Asked at every request: one round trip. */
  async who(token: string, now: Instant): Promise<Holder> {
    const { idleMinutes, passwordDays } = this.settings
    const answer = await sql<{ holder: Holder }>`
      select identity.who(${hashOfToken(token)}::bytea, ${now}::timestamptz, make_interval(mins => ${idleMinutes}::int),
        make_interval(days => ${passwordDays}::int)) as holder`.execute(this.db)
    return answer.rows[0]!.holder
  }

  /** Sessions that are open at this moment, newest first. */
  async listOpen(now: Instant, { limit, cursor, personId }: SessionFilter) {
    const after = timeCursor(cursor)
    const idleSince = instantOf(millisecondsOf(now) - this.settings.idleMinutes * 60_000)
    const rows = await this.db
      .selectFrom('identity.session as session')
      .innerJoin('identity.person as person', 'person.id', 'session.person_id')
      .innerJoin('identity.account as account', 'account.person_id', 'session.person_id')
      .select(columns.map(column => `session.${column}` as const))
      .select(['person.name as person_name', 'account.login'])
      .where('session.ended_at', 'is', null)
      .where('session.expires_at', '>', now)
      .where('session.last_seen_at', '>=', idleSince)
      .$if(personId !== undefined, q => q.where('session.person_id', '=', personId!))
      .$if(after !== null, q => q.where(sql<boolean>`(session.started_at, session.id) < (${after!.at}, ${after!.id})`))
      .orderBy('session.started_at', 'desc')
      .orderBy('session.id', 'desc')
      .limit(limit + 1)
      .execute()
    const page = cutPage(rows, limit, last => [last.started_at, last.id])
    return { ...page, rows: page.rows.map(toSession) }
  }

  async expiryOf(sessionId: string): Promise<Instant | null> {
    const row = await this.db
      .selectFrom('identity.session')
      .select('expires_at')
      .where('id', '=', sessionId)
      .executeTakeFirst()
    return row?.expires_at ?? null
  }
}

export class SessionWriter extends SessionReader {
  readonly #tx: Transaction<IdentityTables>

  constructor(tx: Transaction<IdentityTables>, settings: IdentitySettings) {
    super(tx, settings)
    this.#tx = tx
  }

  async begin(session: {
    id: string
    token: string
    personId: string
    postId: string | null
    at: Instant
    address: string | null
    device: string | null
  }): Promise<Instant> {
    const expiresAt = instantOf(millisecondsOf(session.at) + this.settings.sessionHours * 3_600_000)
    await this.#tx
      .insertInto('identity.session')
      .values({
        id: session.id,
        token_hash: hashOfToken(session.token),
        person_id: session.personId,
        post_id: session.postId,
        started_at: session.at,
        last_seen_at: session.at,
        expires_at: expiresAt,
        address: session.address,
        device: session.device,
      })
      .execute()
    return expiresAt
  }

  async switchPost(sessionId: string, postId: string): Promise<void> {
    await this.#tx.updateTable('identity.session').set({ post_id: postId }).where('id', '=', sessionId).execute()
  }

  /** Ends one session; false when there is none that is open (or none of this person's, when one is named). */
  async end(sessionId: string, because: SessionEnd, now: Instant, personId?: string): Promise<boolean> {
    const { numUpdatedRows } = await this.#tx
      .updateTable('identity.session')
      .set({ ended_at: now, ended_because: because })
      .where('id', '=', sessionId)
      .where('ended_at', 'is', null)
      .$if(personId !== undefined, q => q.where('person_id', '=', personId!))
      .executeTakeFirstOrThrow()
    return numUpdatedRows === 1n
  }

  /** Ends every session of a person but one, and says how many that were. */
  async endAll(personId: string, because: SessionEnd, now: Instant, except: string | null = null): Promise<number> {
    const { numUpdatedRows } = await this.#tx
      .updateTable('identity.session')
      .set({ ended_at: now, ended_because: because })
      .where('person_id', '=', personId)
      .where('ended_at', 'is', null)
      .$if(except !== null, q => q.where('id', '!=', except!))
      .executeTakeFirstOrThrow()
    return Number(numUpdatedRows)
  }

  async sweep(startedBefore: Instant): Promise<void> {
    await this.#tx.deleteFrom('identity.session').where('started_at', '<', startedBefore).execute()
  }
}

type Row = Pick<IdentityTables['identity.session'], (typeof columns)[number]> & { person_name: string; login: string }

function toSession(row: Row) {
  return {
    id: row.id,
    personId: row.person_id,
    personName: row.person_name,
    login: row.login,
    startedAt: row.started_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    address: row.address,
    device: row.device,
  }
}
