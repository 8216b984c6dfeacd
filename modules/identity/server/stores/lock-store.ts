import { type Kysely, sql, type Transaction } from 'kysely'
import { cutPage } from '#platform/contract/common/paging.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { type LockKind, lockedUntil, minutesAfter } from '../../common/lock-out.ts'
import type { IdentitySettings } from '../../common/settings.ts'
import type { IdentityTables } from '../tables.ts'
import { loginKey } from '../token.ts'
import { timeCursor } from './cursor.ts'

/** What failures are counted under: a login (hashed) or an address. */
export interface LockKey {
  readonly kind: LockKind
  readonly key: string
}

export interface Failure {
  readonly failures: number
  /** Set when the key was locked before this failure: then it was no attempt at all. */
  readonly wasLockedUntil: Instant | null
  readonly lockedUntil: Instant | null
}

/** Counts wrong attempts and holds the locks that follow from them. */
export class LockReader {
  protected readonly db: Kysely<IdentityTables>

  constructor(db: Kysely<IdentityTables>) {
    this.db = db
  }

  /** Until when the longest of these locks holds, or null. */
  async lockedUntil(keys: readonly LockKey[], now: Instant): Promise<Instant | null> {
    const row = await this.db
      .selectFrom('identity.attempt')
      .select('locked_until')
      .where(eb => eb.or(keys.map(({ kind, key }) => eb.and({ kind, key }))))
      .where('locked_until', '>', now)
      .orderBy('locked_until', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row?.locked_until ?? null
  }

  /** Keys that are locked now, latest first, with the person when the login is somebody's. */
  async list(now: Instant, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
    const after = timeCursor(cursor)
    const rows = await this.db
      .selectFrom('identity.attempt')
      .select(['id', 'kind', 'key', 'failures', 'last_failure_at', 'locked_until'])
      .where('locked_until', '>', now)
      .$if(after !== null, q => q.where(sql<boolean>`(locked_until, id) < (${after!.at}, ${after!.id})`))
      .orderBy('locked_until', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute()
    const page = cutPage(rows, limit, last => [last.locked_until!, last.id])
    const people = await this.#peopleOf(page.rows.filter(row => row.kind === 'login').map(row => row.key))
    return {
      ...page,
      rows: page.rows.map(row => ({
        id: row.id,
        kind: row.kind,
        person: people.get(row.key) ?? null,
        address: row.kind === 'address' ? row.key : null,
        failures: row.failures,
        lastFailureAt: row.last_failure_at,
        lockedUntil: row.locked_until!,
      })),
    }
  }

  async #peopleOf(keys: readonly string[]) {
    if (keys.length === 0) return new Map<string, { id: string; name: string; login: string }>()
    const rows = await this.db
      .selectFrom('identity.account as account')
      .innerJoin('identity.person as person', 'person.id', 'account.person_id')
      .select(['person.id', 'person.name', 'account.login'])
      .where(sql`encode(sha256(convert_to('login:' || account.login, 'UTF8')), 'hex')`, 'in', [...keys])
      .execute()
    return new Map(rows.map(row => [loginKey(row.login), row]))
  }
}

export class LockWriter extends LockReader {
  readonly #tx: Transaction<IdentityTables>
  readonly #settings: IdentitySettings

  constructor(tx: Transaction<IdentityTables>, settings: IdentitySettings) {
    super(tx)
    this.#tx = tx
    this.#settings = settings
  }

  /** Like `lockedUntil`, and waits for attempts under the same keys that are being counted at this moment. */
  async takeLockedUntil(keys: readonly LockKey[], now: Instant): Promise<Instant | null> {
    const rows = await this.#tx
      .selectFrom('identity.attempt')
      .select('locked_until')
      .where(eb => eb.or(keys.map(({ kind, key }) => eb.and({ kind, key }))))
      // The login before the address, as in counting: two units of work that take both never wait for each other.
      .orderBy('kind', 'desc')
      .forUpdate()
      .execute()
    return rows.reduce<Instant | null>((latest, { locked_until: until }) => {
      return until !== null && until > (latest ?? now) ? until : latest
    }, null)
  }

  /**
   * Counts one more failure. Of attempts made at the same moment each waits here for the one before, so none is lost
   * and none slips through after the lock fell.
   */
  async countFailure({ kind, key }: LockKey, now: Instant): Promise<Failure> {
    const forgottenBefore = minutesAfter(now, -this.#settings.failuresForgottenAfterMinutes)
    await this.#tx
      .insertInto('identity.attempt')
      .values({ id: newId(), kind, key, failures: 0, last_failure_at: now })
      .onConflict(conflict => conflict.columns(['kind', 'key']).doNothing())
      .execute()
    const before = await this.#tx
      .selectFrom('identity.attempt')
      .select(['failures', 'last_failure_at', 'locked_until'])
      .where('kind', '=', kind)
      .where('key', '=', key)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (before.locked_until !== null && before.locked_until > now) {
      return { failures: before.failures, wasLockedUntil: before.locked_until, lockedUntil: before.locked_until }
    }
    const failures = before.last_failure_at < forgottenBefore ? 1 : before.failures + 1
    const until = lockedUntil(kind, failures, now, this.#settings)
    await this.#tx
      .updateTable('identity.attempt')
      .set({ failures, last_failure_at: now, locked_until: until })
      .where('kind', '=', kind)
      .where('key', '=', key)
      .execute()
    return { failures, wasLockedUntil: null, lockedUntil: until }
  }

  async forget({ kind, key }: LockKey): Promise<void> {
    await this.#tx.deleteFrom('identity.attempt').where('kind', '=', kind).where('key', '=', key).execute()
  }

  async unlock(id: string): Promise<boolean> {
    const { numDeletedRows } = await this.#tx
      .deleteFrom('identity.attempt')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return numDeletedRows === 1n
  }

  async sweep(lastFailureBefore: Instant): Promise<void> {
    await this.#tx.deleteFrom('identity.attempt').where('last_failure_at', '<', lastFailureBefore).execute()
  }
}
