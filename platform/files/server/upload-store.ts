import type { Transaction } from 'kysely'
import type { Instant } from '../../kernel/common/instant.ts'
import type { FileTables } from './file-store.ts'

type Upload = FileTables['files.upload']

/** Photos on their way in pieces. */
export class UploadWriter {
  readonly #db: Transaction<FileTables>

  constructor(tx: Transaction<FileTables>) {
    this.#db = tx
  }

  /** The upload as it is, held until the unit of work ends; begun now when there is none. */
  async take(wanted: Omit<Upload, 'arrived'>): Promise<Upload> {
    await this.#db
      .insertInto('files.upload')
      .values({ ...wanted, arrived: 0 })
      .onConflict(conflict => conflict.column('id').doNothing())
      .execute()
    return this.#db
      .selectFrom('files.upload')
      .selectAll()
      .where('id', '=', wanted.id)
      .forUpdate()
      .executeTakeFirstOrThrow()
  }

  async addPiece(id: string, at: number, bytes: Buffer): Promise<void> {
    await this.#db.insertInto('files.upload_piece').values({ upload_id: id, at, bytes }).execute()
    await this.#db
      .updateTable('files.upload')
      .set({ arrived: at + bytes.length })
      .where('id', '=', id)
      .execute()
  }

  async whole(id: string): Promise<Buffer> {
    const pieces = await this.#db
      .selectFrom('files.upload_piece')
      .select('bytes')
      .where('upload_id', '=', id)
      .orderBy('at')
      .execute()
    return Buffer.concat(pieces.map(({ bytes }) => bytes))
  }

  async forget(id: string): Promise<void> {
    await this.#db.deleteFrom('files.upload').where('id', '=', id).execute()
  }

  async forgetBegunBefore(before: Instant): Promise<void> {
    await this.#db.deleteFrom('files.upload').where('begun_at', '<', before).execute()
  }
}
