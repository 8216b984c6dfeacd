import { type Kysely, sql, type Transaction } from 'kysely'
import { instantOf, millisecondsOf, type Instant } from '#platform/kernel/common/instant.ts'
import type { IdentityTables } from '../tables.ts'
import { hashOfToken } from '../token.ts'

const tokenHours = 24
/** Any number, as long as everybody who sets up uses the same. */
const setUpLock = 4_720_260_705

export interface DemoLogin {
  readonly login: string
  readonly persona: string
  readonly title: { readonly 'zh-CN': string; readonly en: string }
  readonly app: 'office' | 'field' | 'portal'
}

/** Whether this is the demo, and whether somebody still has to name the first administrators. */
export class InstallationReader {
  protected readonly db: Kysely<IdentityTables>

  constructor(db: Kysely<IdentityTables>) {
    this.db = db
  }

  async isDemo(): Promise<boolean> {
    const row = await this.db
      .selectFrom('identity.installation')
      .select('demo')
      .where('demo', '=', true)
      .executeTakeFirst()
    return row !== undefined
  }

  async hasAccounts(): Promise<boolean> {
    return (await this.db.selectFrom('identity.account').select('person_id').limit(1).executeTakeFirst()) !== undefined
  }

  /** Empty unless this database is the demo, whatever the table holds. */
  async demoLogins(): Promise<(DemoLogin & { password: string })[]> {
    const rows = await this.db
      .selectFrom('identity.demo_login')
      .select(['login', 'persona', 'title_zh', 'title_en', 'password', 'app'])
      .where(({ exists, selectFrom }) =>
        exists(selectFrom('identity.installation').select('demo').where('demo', '=', true)),
      )
      .orderBy('position')
      .orderBy('login')
      .execute()
    return rows.map(({ login, persona, title_zh, title_en, password, app }) => ({
      login,
      persona,
      title: { 'zh-CN': title_zh, en: title_en },
      password,
      app,
    }))
  }
}

export class InstallationWriter extends InstallationReader {
  readonly #tx: Transaction<IdentityTables>

  constructor(tx: Transaction<IdentityTables>) {
    super(tx)
    this.#tx = tx
  }

  /** Lets one set-up at a time through until the unit of work ends. */
  async takeSetUp(): Promise<void> {
    await sql`select pg_advisory_xact_lock(${setUpLock})`.execute(this.#tx)
  }

  async keepSetUpToken(token: string, now: Instant): Promise<void> {
    await this.#tx.deleteFrom('identity.setup_token').where('made_at', '<', oldest(now)).execute()
    await this.#tx
      .insertInto('identity.setup_token')
      .values({ token_hash: hashOfToken(token), made_at: now })
      .execute()
  }

  /** Whether the token is one of those printed in the last day; all of them are spent when it is. */
  async spendSetUpTokens(token: string, now: Instant): Promise<boolean> {
    const found = await this.#tx
      .selectFrom('identity.setup_token')
      .select('made_at')
      .where('token_hash', '=', hashOfToken(token))
      .where('made_at', '>=', oldest(now))
      .executeTakeFirst()
    if (!found) return false
    await this.#tx.deleteFrom('identity.setup_token').execute()
    return true
  }
}

function oldest(now: Instant): Instant {
  return instantOf(millisecondsOf(now) - tokenHours * 3_600_000)
}
