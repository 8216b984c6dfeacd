import type { Kysely } from 'kysely'
import type { CaseFile } from '../common/case-file.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { caseColumns, toCaseFile } from './case-row.ts'
import type { CasesTables } from './tables.ts'

/** At once; the rest comes a minute later. */
const mostAtOnce = 100

interface Stand {
  readonly caseId: string
  readonly version: number
}

/** What the clock looks for. It sees every case, since it acts for nobody. */
export class ClockStore {
  readonly #db: Kysely<CasesTables>

  constructor(db: Kysely<CasesTables>) {
    this.#db = db
  }

  async suspendedUntil(now: Instant): Promise<readonly Stand[]> {
    return this.#db
      .selectFrom('cases.case_file')
      .select(['id as caseId', 'version'])
      .where('suspended_until', '<=', now)
      .orderBy('suspended_until')
      .limit(mostAtOnce)
      .execute()
  }

  /** Posts that have been asked to verify something. */
  async verifierPosts(): Promise<readonly string[]> {
    const rows = await this.#db
      .selectFrom('cases.case_file')
      .select('post_id')
      .where('status', '=', 'handled')
      .where('post_id', 'is not', null)
      .distinct()
      .execute()
    return rows.flatMap(row => row.post_id ?? [])
  }

  async verifiedBy(postIds: readonly string[]): Promise<readonly Stand[]> {
    if (postIds.length === 0) return []
    return this.#db
      .selectFrom('cases.case_file')
      .select(['id as caseId', 'version'])
      .where('status', '=', 'handled')
      .where('post_id', 'in', [...postIds])
      .limit(mostAtOnce)
      .execute()
  }

  async unclaimed(now: Instant): Promise<readonly CaseFile[]> {
    const rows = await this.#db
      .selectFrom('cases.case_file')
      .select(caseColumns)
      .where('status', '=', 'reported')
      .where('claimed_by', 'is', null)
      .where('reported_at', '<', now)
      .orderBy('reported_at')
      .limit(mostAtOnce)
      .execute()
    return rows.map(toCaseFile)
  }
}
