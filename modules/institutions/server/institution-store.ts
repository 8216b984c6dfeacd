import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { papersWith } from '#platform/files/server/paper-text-store.ts'
import { wordQueries, wordsColumn } from '#platform/search/server/words.ts'
import type { VersionDates } from '../common/institution.ts'
import type { InstitutionsTables } from './tables.ts'

export type DocumentRow = Selectable<InstitutionsTables['institutions.document']>
export type VersionRow = Omit<Selectable<InstitutionsTables['institutions.version']>, 'words'>

/** A document with every wording it had, the first one first. */
export interface Institution {
  readonly document: DocumentRow
  readonly versions: readonly (VersionRow & VersionDates)[]
}

export interface Acknowledgement {
  readonly documentId: string
  readonly version: number
  readonly personId: string
  readonly at: Instant
}

/** Institutions bind everybody and are read by everybody who works here, so reading takes no actor. */
export class InstitutionReader {
  protected readonly db: Kysely<InstitutionsTables>

  constructor(db: Kysely<InstitutionsTables>) {
    this.db = db
  }

  /** All of them by number; a library has hundreds, not millions. */
  async list(): Promise<Institution[]> {
    const documents = await this.db.selectFrom('institutions.document').selectAll().orderBy('number').execute()
    const versions = await this.#versionsOf(documents.map(({ id }) => id))
    return documents.map((document): Institution => ({ document, versions: versions.get(document.id) ?? [] }))
  }

  /** Which wordings have the words, in themselves or in one of their papers: `id version`. */
  async found(text: string): Promise<ReadonlySet<string>> {
    const words = wordQueries(text)
    if (words.length === 0) return new Set()
    const has = words.map(word => sql<boolean>`(words @@ ${word} or files && array(${papersWith(word)}))`)
    const rows = await this.db
      .selectFrom('institutions.version')
      .select(['document_id', 'version'])
      .where(sql<boolean>`${sql.join(has, sql` and `)}`)
      .execute()
    return new Set(rows.map(row => `${row.document_id} ${row.version}`))
  }

  async find(documentId: string): Promise<Institution | undefined> {
    const document = await this.db
      .selectFrom('institutions.document')
      .selectAll()
      .where('id', '=', documentId)
      .executeTakeFirst()
    return document && { document, versions: (await this.#versionsOf([documentId])).get(documentId) ?? [] }
  }

  /** What one person has read, of all or of some. */
  async readBy(personId: string): Promise<Acknowledgement[]> {
    const rows = await this.db
      .selectFrom('institutions.acknowledgement')
      .select(['document_id', 'version', 'person_id', 'at'])
      .where('person_id', '=', personId)
      .execute()
    return rows.map(toAcknowledgement)
  }

  async readersOf(documentId: string): Promise<Acknowledgement[]> {
    const rows = await this.db
      .selectFrom('institutions.acknowledgement')
      .select(['document_id', 'version', 'person_id', 'at'])
      .where('document_id', '=', documentId)
      .execute()
    return rows.map(toAcknowledgement)
  }

  async #versionsOf(ids: readonly string[]): Promise<ReadonlyMap<string, (VersionRow & VersionDates)[]>> {
    if (ids.length === 0) return new Map()
    const rows = await this.db
      .selectFrom('institutions.version')
      .select([
        ...(['document_id', 'version', 'title', 'body', 'in_force_from', 'in_force_until', 'areas'] as const),
        ...(['reader_roles', 'reader_grid', 'asks_again', 'change_note', 'made_at', 'made_by', 'files'] as const),
      ])
      .where('document_id', '=', sql<string>`any(${ids}::uuid[])`)
      .orderBy('version')
      .execute()
    return Map.groupBy(
      rows.map(row => ({
        ...row,
        inForceFrom: row.in_force_from,
        inForceUntil: row.in_force_until,
        asksAgain: row.asks_again,
      })),
      row => row.document_id,
    )
  }
}

function toAcknowledgement(row: Omit<InstitutionsTables['institutions.acknowledgement'], 'post_id'>): Acknowledgement {
  return { documentId: row.document_id, version: row.version, personId: row.person_id, at: row.at }
}

export class InstitutionWriter extends InstitutionReader {
  readonly #tx: Transaction<InstitutionsTables>

  constructor(tx: Transaction<InstitutionsTables>) {
    super(tx)
    this.#tx = tx
  }

  /** Holds the document until the unit of work ends, so that two wordings do not get the same number. */
  async take(documentId: string): Promise<Institution | undefined> {
    await this.#tx
      .selectFrom('institutions.document')
      .select('id')
      .where('id', '=', documentId)
      .forUpdate()
      .executeTakeFirst()
    return this.find(documentId)
  }

  /** False when the number or the id is taken. */
  async begin(row: Pick<DocumentRow, 'id' | 'number' | 'kind' | 'grid_path'>): Promise<boolean> {
    const begun = await this.#tx
      .insertInto('institutions.document')
      .values({ ...row, repealed_from: null, repeal_reason: null, replaced_by: null })
      .onConflict(conflict => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    return begun !== undefined
  }

  /** `names` of the papers are looked for besides title and body; what is written in papers is kept with them. */
  async addVersion(number: string, row: VersionRow, names: readonly (string | null)[] = []): Promise<void> {
    await this.#tx
      .insertInto('institutions.version')
      .values({ ...row, words: wordsColumn([number, row.title, row.body, ...names]) as never })
      .execute()
  }

  async repeal(documentId: string, repealed: { from: string; reason: string; replacedBy: string | null }) {
    await this.#tx
      .updateTable('institutions.document')
      .set({ repealed_from: repealed.from, repeal_reason: repealed.reason, replaced_by: repealed.replacedBy })
      .where('id', '=', documentId)
      .execute()
  }

  /** Reading twice is reading once: the first day stays. */
  async acknowledge(row: InstitutionsTables['institutions.acknowledgement']): Promise<void> {
    await this.#tx
      .insertInto('institutions.acknowledgement')
      .values(row)
      .onConflict(conflict => conflict.doNothing())
      .execute()
  }
}
