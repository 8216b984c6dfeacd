import { type Kysely, sql, type Transaction } from 'kysely'
import { cutPage } from '#platform/contract/common/paging.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { IdentityTables } from '../tables.ts'
import { hashOfToken } from '../token.ts'
import { timeCursor } from './cursor.ts'

interface DeviceKey {
  readonly deviceId: string
  readonly personId: string
}

/** Phones that keep data for somebody. */
export class DeviceReader {
  protected readonly db: Kysely<IdentityTables>

  constructor(db: Kysely<IdentityTables>) {
    this.db = db
  }

  async list({
    limit,
    cursor,
    personId,
  }: {
    limit: number
    cursor?: string | undefined
    personId?: string | undefined
  }) {
    const after = timeCursor(cursor)
    const rows = await this.db
      .selectFrom('identity.device as device')
      .innerJoin('identity.person as person', 'person.id', 'device.person_id')
      .innerJoin('identity.account as account', 'account.person_id', 'device.person_id')
      .select(['device.device_id', 'device.person_id', 'device.label', 'device.first_opened_at'])
      .select(['device.last_contact_at', 'device.wipe_asked_at', 'device.wiped_at'])
      .select(['person.name as person_name', 'account.login'])
      .$if(personId !== undefined, q => q.where('device.person_id', '=', personId!))
      .$if(after !== null, q =>
        q.where(sql<boolean>`(device.last_contact_at, device.device_id) < (${after!.at}, ${after!.id})`),
      )
      .orderBy('device.last_contact_at', 'desc')
      .orderBy('device.device_id', 'desc')
      .limit(limit + 1)
      .execute()
    const page = cutPage(rows, limit, last => [last.last_contact_at, last.device_id])
    return {
      ...page,
      rows: page.rows.map(row => ({
        deviceId: row.device_id,
        personId: row.person_id,
        personName: row.person_name,
        login: row.login,
        label: row.label,
        firstOpenedAt: row.first_opened_at,
        lastContactAt: row.last_contact_at,
        wipeAskedAt: row.wipe_asked_at,
        wipedAt: row.wiped_at,
      })),
    }
  }
}

export class DeviceWriter extends DeviceReader {
  readonly #tx: Transaction<IdentityTables>

  constructor(tx: Transaction<IdentityTables>) {
    super(tx)
    this.#tx = tx
  }

  /** The device, held until the unit of work ends. */
  take({ deviceId, personId }: DeviceKey) {
    return this.#tx
      .selectFrom('identity.device')
      .selectAll()
      .where('device_id', '=', deviceId)
      .where('person_id', '=', personId)
      .forUpdate()
      .executeTakeFirst()
  }

  /** As opened now, under a new token; the orders of before are over. */
  async open(
    { deviceId, personId }: DeviceKey,
    opened: { token: string; secret: Buffer; label: string | null; sessionId: string | null; at: Instant },
  ): Promise<void> {
    const now = {
      label: opened.label,
      token_hash: hashOfToken(opened.token),
      secret: opened.secret,
      session_id: opened.sessionId,
      last_contact_at: opened.at,
      wipe_asked_at: null,
      wipe_asked_by: null,
      wiped_at: null,
    }
    await this.#tx
      .insertInto('identity.device')
      .values({ device_id: deviceId, person_id: personId, first_opened_at: opened.at, ...now })
      .onConflict(conflict => conflict.columns(['device_id', 'person_id']).doUpdateSet(now))
      .execute()
  }

  /**
   * Asks phones to forget everything, and throws their keys away: whatever becomes of the phone, nothing on it can be
   * read any more.
   */
  async askToWipe(
    which: DeviceKey | { readonly sessionId: string } | { readonly personId: string },
    by: string,
    at: Instant,
  ): Promise<number> {
    const { numUpdatedRows } = await this.#tx
      .updateTable('identity.device')
      .set({ wipe_asked_at: at, wipe_asked_by: by, secret: null })
      .where('wipe_asked_at', 'is', null)
      .$if('deviceId' in which, q => q.where('device_id', '=', (which as DeviceKey).deviceId))
      .$if('personId' in which, q => q.where('person_id', '=', (which as DeviceKey).personId))
      .$if('sessionId' in which, q => q.where('session_id', '=', (which as { sessionId: string }).sessionId))
      .executeTakeFirstOrThrow()
    return Number(numUpdatedRows)
  }

  async noteContact({ deviceId, personId }: DeviceKey, at: Instant, wiped: boolean): Promise<void> {
    await this.#tx
      .updateTable('identity.device')
      .set({ last_contact_at: at, ...(wiped ? { wiped_at: at, secret: null } : {}) })
      .where('device_id', '=', deviceId)
      .where('person_id', '=', personId)
      .execute()
  }

  async sweep(lastContactBefore: Instant): Promise<void> {
    await this.#tx.deleteFrom('identity.device').where('last_contact_at', '<', lastContactBefore).execute()
  }
}
