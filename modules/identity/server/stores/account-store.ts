import type { Kysely, Transaction } from 'kysely'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { IdentityTables } from '../tables.ts'

export interface Account {
  readonly personId: string
  readonly login: string
  readonly passwordHash: string
  readonly passwordSetAt: Instant
  readonly mustChangePassword: boolean
  readonly totpSecret: Buffer | null
  readonly totpOn: boolean
  readonly totpLastStep: number | null
  readonly lastPostId: string | null
  readonly disabled: boolean
}

const columns = [
  'person_id',
  'login',
  'password_hash',
  'password_set_at',
  'must_change_password',
  'totp_secret',
  'totp_on_at',
  'totp_last_step',
  'last_post_id',
  'disabled_at',
] as const

/**
 * Accounts, for signing in and for looking after one's own. There is no actor: whoever signs in is nobody yet, and the
 * commands that act on others have been let in by an administrator's permission, which holds everywhere.
 */
export class AccountReader {
  protected readonly db: Kysely<IdentityTables>

  constructor(db: Kysely<IdentityTables>) {
    this.db = db
  }

  async findByLogin(login: string): Promise<Account | undefined> {
    const row = await this.db
      .selectFrom('identity.account')
      .select(columns)
      .where('login', '=', login)
      .executeTakeFirst()
    return row && toAccount(row)
  }

  async find(personId: string): Promise<Account | undefined> {
    const row = await this.db
      .selectFrom('identity.account')
      .select(columns)
      .where('person_id', '=', personId)
      .executeTakeFirst()
    return row && toAccount(row)
  }

  /** The hashes that may not come back: the present one and those before it, newest first. */
  async recentHashes(personId: string, count: number): Promise<string[]> {
    const rows = await this.db
      .selectFrom('identity.password_history')
      .select('password_hash')
      .where('person_id', '=', personId)
      .orderBy('set_at', 'desc')
      .limit(count)
      .execute()
    return rows.map(row => row.password_hash)
  }
}

export class AccountWriter extends AccountReader {
  readonly #tx: Transaction<IdentityTables>

  constructor(tx: Transaction<IdentityTables>) {
    super(tx)
    this.#tx = tx
  }

  /** Like `find`, and holds the account until the unit of work ends. */
  async take(personId: string): Promise<Account | undefined> {
    const row = await this.#tx
      .selectFrom('identity.account')
      .select(columns)
      .where('person_id', '=', personId)
      .forUpdate()
      .executeTakeFirst()
    return row && toAccount(row)
  }

  /** Adds an account; false when the login is taken. */
  async add(account: { personId: string; login: string; passwordHash: string; mustChange: boolean; at: Instant }) {
    const { personId, login, passwordHash, mustChange, at } = account
    const added = await this.#tx
      .insertInto('identity.account')
      .values({
        person_id: personId,
        login,
        password_hash: passwordHash,
        password_set_at: at,
        must_change_password: mustChange,
      })
      .onConflict(conflict => conflict.column('login').doNothing())
      .executeTakeFirst()
    if (added.numInsertedOrUpdatedRows !== 1n) return false
    await this.#remember(personId, passwordHash, at)
    return true
  }

  async setPassword(
    personId: string,
    password: { hash: string; mustChange: boolean; at: Instant; remembered: number },
  ) {
    await this.#tx
      .updateTable('identity.account')
      .set({ password_hash: password.hash, password_set_at: password.at, must_change_password: password.mustChange })
      .where('person_id', '=', personId)
      .execute()
    await this.#remember(personId, password.hash, password.at)
    await this.#tx
      .deleteFrom('identity.password_history')
      .where('person_id', '=', personId)
      .where('set_at', 'not in', eb =>
        eb
          .selectFrom('identity.password_history')
          .select('set_at')
          .where('person_id', '=', personId)
          .orderBy('set_at', 'desc')
          .limit(password.remembered),
      )
      .execute()
  }

  async #remember(personId: string, hash: string, at: Instant): Promise<void> {
    await this.#tx
      .insertInto('identity.password_history')
      .values({ person_id: personId, set_at: at, password_hash: hash })
      .onConflict(conflict => conflict.columns(['person_id', 'set_at']).doUpdateSet({ password_hash: hash }))
      .execute()
  }

  async noteSignIn(personId: string, at: Instant, totpStep: number | null): Promise<void> {
    await this.#change(personId, { last_sign_in_at: at, ...(totpStep === null ? {} : { totp_last_step: totpStep }) })
  }

  async notePost(personId: string, postId: string): Promise<void> {
    await this.#change(personId, { last_post_id: postId })
  }

  async keepTotpSecret(personId: string, sealed: Buffer): Promise<void> {
    await this.#change(personId, { totp_secret: sealed, totp_on_at: null, totp_last_step: null })
  }

  async turnTotpOn(personId: string, at: Instant, step: number): Promise<void> {
    await this.#change(personId, { totp_on_at: at, totp_last_step: step })
  }

  async turnTotpOff(personId: string): Promise<void> {
    await this.#change(personId, { totp_secret: null, totp_on_at: null, totp_last_step: null })
  }

  async disable(personId: string, at: Instant): Promise<void> {
    await this.#change(personId, { disabled_at: at })
  }

  async enable(personId: string): Promise<void> {
    await this.#change(personId, { disabled_at: null })
  }

  async #change(personId: string, columnsToSet: Partial<IdentityTables['identity.account']>): Promise<void> {
    await this.#tx.updateTable('identity.account').set(columnsToSet).where('person_id', '=', personId).execute()
  }
}

function toAccount(row: Pick<IdentityTables['identity.account'], (typeof columns)[number]>): Account {
  return {
    personId: row.person_id,
    login: row.login,
    passwordHash: row.password_hash,
    passwordSetAt: row.password_set_at,
    mustChangePassword: row.must_change_password,
    totpSecret: row.totp_secret,
    totpOn: row.totp_on_at !== null,
    totpLastStep: row.totp_last_step,
    lastPostId: row.last_post_id,
    disabled: row.disabled_at !== null,
  }
}
