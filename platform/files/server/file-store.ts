import type { Generated, Kysely, Transaction } from 'kysely'
import type { Instant } from '../../kernel/common/instant.ts'
import type { PaperMedia, PaperText } from '../common/papers.ts'

export interface FileTables {
  'files.file': {
    id: string
    uploaded_by: string
    uploaded_at: Instant
    /** Null for a paper. */
    width: number | null
    height: number | null
    /** Null for a photo, as is the next one. */
    name: string | null
    media: PaperMedia | null
    bytes: number
    sha256: string
    taken_at: Instant | null
    taken_lon: number | null
    taken_lat: number | null
  }
  /** One row for each paper. */
  'files.paper_text': {
    file_id: string
    state: Generated<PaperText>
    text: Generated<string>
    words: Generated<string>
    read_at: Instant | null
  }
  'files.attachment': {
    file_id: string
    subject_kind: string
    subject_id: string
    role: string
    attached_by: string
    attached_at: Instant
  }
  'files.goes_along': { file_id: string; subject_kind: string; subject_id: string; role: string; at: Instant }
  'files.upload': {
    id: string
    uploaded_by: string
    begun_at: Instant
    total: number
    arrived: number
  }
  'files.upload_piece': {
    upload_id: string
    at: number
    bytes: Buffer
  }
}

type FileRow = FileTables['files.file']
export type PhotoRow = Omit<FileRow, 'name' | 'media'>
type PaperRow = Omit<FileRow, 'width' | 'height' | 'taken_at' | 'taken_lon' | 'taken_lat'>

export class FileReader {
  protected readonly db: Kysely<FileTables>

  constructor(db: Kysely<FileTables>) {
    this.db = db
  }

  /** Who sent it and which thing it belongs to, if any yet. */
  whereabouts(id: string) {
    return this.db
      .selectFrom('files.file as file')
      .leftJoin('files.attachment as attachment', 'attachment.file_id', 'file.id')
      .select(['file.uploaded_by', 'file.name', 'file.media', 'attachment.subject_kind', 'attachment.subject_id'])
      .where('file.id', '=', id)
      .executeTakeFirst()
  }

  /** The things that came of the one it belongs to. */
  alsoWith(id: string) {
    return this.db
      .selectFrom('files.goes_along')
      .select(['subject_kind', 'subject_id'])
      .where('file_id', '=', id)
      .execute()
  }

  /** Files nobody attached to anything since `before`: half-finished reports. */
  async unattached(before: Instant, limit: number): Promise<string[]> {
    const rows = await this.db
      .selectFrom('files.file as file')
      .select('file.id')
      .where('file.uploaded_at', '<', before)
      .where(eb =>
        eb.not(
          eb.exists(eb.selectFrom('files.attachment as a').select('a.file_id').whereRef('a.file_id', '=', 'file.id')),
        ),
      )
      .limit(limit)
      .execute()
    return rows.map(row => row.id)
  }
}

export class FileWriter extends FileReader {
  constructor(tx: Transaction<FileTables>) {
    super(tx)
  }

  async add(row: PhotoRow): Promise<void> {
    await this.db
      .insertInto('files.file')
      .values({ ...row, name: null, media: null })
      .execute()
  }

  /** It waits to be read. */
  async addPaper(row: PaperRow): Promise<void> {
    await this.db
      .insertInto('files.file')
      .values({ ...row, width: null, height: null, taken_at: null, taken_lon: null, taken_lat: null })
      .execute()
    await this.db.insertInto('files.paper_text').values({ file_id: row.id, read_at: null }).execute()
  }

  /** The same photo may become whole twice at the same moment. */
  async addOnce(row: PhotoRow): Promise<void> {
    await this.db
      .insertInto('files.file')
      .values({ ...row, name: null, media: null })
      .onConflict(conflict => conflict.column('id').doNothing())
      .execute()
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.db.deleteFrom('files.file').where('id', 'in', ids).execute()
  }
}
