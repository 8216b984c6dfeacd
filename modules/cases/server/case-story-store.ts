import type { Kysely } from 'kysely'
import type { CaseEvent, CaseFile } from '../common/case-file.ts'
import { beyond, type Page, pageOf, readPlaceInList } from './case-list-store.ts'
import { caseColumns, toCaseFile } from './case-row.ts'
import type { CasesTables } from './tables.ts'

/** What somebody reported, read as its reporter: being the owner is enough, whatever the grants are. */
export class OwnReports {
  readonly #db: Kysely<CasesTables>
  readonly #ownerId: string

  constructor(db: Kysely<CasesTables>, ownerId: string) {
    this.#db = db
    this.#ownerId = ownerId
  }

  async find(id: string): Promise<CaseFile | undefined> {
    const row = await this.#db
      .selectFrom('cases.case_file')
      .select(caseColumns)
      .where('id', '=', id)
      .where('owner_id', '=', this.#ownerId)
      .executeTakeFirst()
    return row && toCaseFile(row)
  }

  async list({ limit, cursor }: { limit: number; cursor?: string | undefined }): Promise<Page<CaseFile>> {
    const after = readPlaceInList(cursor)
    const rows = await this.#db
      .selectFrom('cases.case_file as row')
      .select(caseColumns)
      .where('row.owner_id', '=', this.#ownerId)
      .$if(after !== null, q => q.where(beyond('newest', after!)))
      .orderBy('row.reported_at', 'desc')
      .orderBy('row.id', 'desc')
      .limit(limit + 1)
      .execute()
    return pageOf(rows.map(toCaseFile), limit)
  }
}

/**
 * The story of a case for its reporter. There is no actor: that the caller holds the follow code, or is the owner, has
 * been found out before; and what is told from it names no people.
 */
export class CaseStory {
  readonly #db: Kysely<CasesTables>

  constructor(db: Kysely<CasesTables>) {
    this.#db = db
  }

  async find(id: string): Promise<CaseFile | undefined> {
    const row = await this.#db.selectFrom('cases.case_file').select(caseColumns).where('id', '=', id).executeTakeFirst()
    return row && toCaseFile(row)
  }

  history(id: string): Promise<CaseEvent[]> {
    return readHistory(this.#db, id)
  }

  /** The case of a number with the hash its follow code must have. */
  async byNumber(number: string): Promise<{ caseId: string; codeHash: Buffer } | undefined> {
    const row = await this.#db
      .selectFrom('cases.case_file')
      .innerJoin('cases.receipt', 'cases.receipt.case_id', 'cases.case_file.id')
      .select(['cases.receipt.case_id', 'cases.receipt.code_hash'])
      .where('cases.case_file.number', '=', number)
      .executeTakeFirst()
    return row && { caseId: row.case_id, codeHash: row.code_hash }
  }
}

export async function readHistory(db: Kysely<CasesTables>, id: string): Promise<CaseEvent[]> {
  const rows = await db
    .selectFrom('cases.case_event')
    .select('body')
    .where('case_id', '=', id)
    .orderBy('version')
    .execute()
  return rows.map(row => row.body)
}
