import type { Kysely, Transaction } from 'kysely'
import type { SecretBox } from '#platform/crypto/server/index.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { CasesTables } from './tables.ts'

export interface Reporter {
  readonly name: string | null
  readonly phone: string | null
}

/** Who reported a case. Whoever calls has made sure that the case may be seen; the look itself is for `cases.see-reporter`. */
export class ReporterReader {
  readonly #db: Kysely<CasesTables>
  readonly #secrets: SecretBox

  constructor(db: Kysely<CasesTables>, secrets: SecretBox) {
    this.#db = db
    this.#secrets = secrets
  }

  async find(caseId: string): Promise<Reporter | undefined> {
    const row = await this.#db
      .selectFrom('cases.reporter')
      .select(['name_sealed', 'phone_sealed'])
      .where('case_id', '=', caseId)
      .executeTakeFirst()
    const open = (sealed: Buffer | null, field: string) => sealed && this.#secrets.open(sealed, aboutOf(caseId, field))
    return row && { name: open(row.name_sealed, 'name'), phone: open(row.phone_sealed, 'phone') }
  }
}

export class ReporterWriter extends ReporterReader {
  readonly #tx: Transaction<CasesTables>
  readonly #seal: (text: string | null, about: string) => Buffer | null

  constructor(tx: Transaction<CasesTables>, secrets: SecretBox) {
    super(tx, secrets)
    this.#tx = tx
    this.#seal = (text, about) => (text === null ? null : secrets.seal(text, about))
  }

  async add(caseId: string, reporter: Reporter): Promise<void> {
    await this.addAll([{ caseId, ...reporter }])
  }

  async addAll(reporters: readonly ({ readonly caseId: string } & Reporter)[]): Promise<void> {
    if (reporters.length === 0) return
    const rows = reporters.map(({ caseId, name, phone }) => ({
      case_id: caseId,
      name_sealed: this.#seal(name, aboutOf(caseId, 'name')),
      phone_sealed: this.#seal(phone, aboutOf(caseId, 'phone')),
    }))
    await this.#tx.insertInto('cases.reporter').values(rows).execute()
  }

  /** On record before anything is shown, and in the same unit of work. */
  async noteLook(look: { caseId: string; at: Instant; by: string; postId: string | null; reason: string }) {
    await this.#tx
      .insertInto('cases.reporter_look')
      .values({ case_id: look.caseId, at: look.at, by_id: look.by, post_id: look.postId, reason: look.reason })
      .execute()
  }
}

/** Binds a sealed text to its case and field, so that rows cannot be swapped. */
export const aboutOf = (caseId: string, field: string) => `cases.reporter ${field} ${caseId}`
