import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { readCursor } from '#platform/contract/common/cursor.ts'
import { cutPage } from '#platform/contract/common/paging.ts'
import type { SecretBox } from '#platform/crypto/server/index.ts'
import { jsonValue } from '#platform/db/server/json-value.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import type { SheetLine } from '#platform/sheets/common/sheet.ts'
import type { AddressAlias } from '../../common/address/index.ts'
import type { Mapping, RowFault, SheetTarget } from '../../common/sheets/index.ts'
import type { RegistryTables } from '../tables.ts'
import { aboutMapping, aboutMark, type Hashed } from './remembered-keys.ts'
import type { Counts, Outcome } from './tables.ts'

export type ImportRow = Selectable<RegistryTables['registry.sheet_import']>

const columns = [
  ...([
    'id',
    'name',
    'state',
    'by_id',
    'post_id',
    'grants',
    'grid_path',
    'as_of',
    'bytes',
    'arrived',
    'heading',
  ] as const),
  ...(['guessed', 'mapping', 'defaults', 'sample', 'lines', 'chunks', 'done', 'counts'] as const),
  ...(['problem', 'created_at', 'beat_at'] as const),
] as const

/** What was decided about one row. */
export interface JudgedRow {
  readonly row: number
  readonly outcome: Outcome
  readonly thingId: string | null
  /** Fields that would change, and `home` or `household`. */
  readonly changes: readonly string[]
  readonly faults: readonly RowFault[]
  readonly remarks: readonly RowFault[]
  readonly alike: readonly { readonly thingId: string; readonly score: number; readonly reasons: readonly string[] }[]
}

const about = (kind: string, id: string, serial: number) => `registry.import ${kind} ${id} ${serial}`

/** Sheets on their way in. What they hold is sealed; an import is seen by nobody but who brought it. */
export class ImportReader {
  protected readonly db: Kysely<RegistryTables>
  protected readonly box: SecretBox

  constructor(db: Kysely<RegistryTables>, box: SecretBox) {
    this.db = db
    this.box = box
  }

  async ofPerson(personId: string, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
    const after = readCursor(cursor, ['instant', 'uuid'])
    const found = await this.db
      .selectFrom('registry.sheet_import')
      .select(columns)
      .where('by_id', '=', personId)
      .$if(after !== null, q =>
        q.where(sql<boolean>`(created_at, id) < (${after![0]}::timestamptz, ${after![1]}::uuid)`),
      )
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute()
    return cutPage(found, limit, row => [row.created_at, row.id])
  }

  async find(id: string, personId: string): Promise<ImportRow | undefined> {
    return this.db
      .selectFrom('registry.sheet_import')
      .select(columns)
      .where('id', '=', id)
      .where('by_id', '=', personId)
      .executeTakeFirst()
  }

  async byId(id: string): Promise<ImportRow | undefined> {
    return this.db.selectFrom('registry.sheet_import').select(columns).where('id', '=', id).executeTakeFirst()
  }

  /** Work that nobody has touched for a while: its process was stopped. */
  async stalled(before: Instant): Promise<readonly string[]> {
    const rows = await this.db
      .selectFrom('registry.sheet_import')
      .select('id')
      .where('state', 'in', ['reading', 'checking', 'taking'])
      .where('beat_at', '<', before)
      .execute()
    return rows.map(row => row.id)
  }

  /** The file again, piece by piece. */
  async *bytesOf(id: string): AsyncGenerator<Uint8Array> {
    for (let at = 0; ; ) {
      const piece = await this.db
        .selectFrom('registry.import_piece')
        .select(['at', 'sealed'])
        .where('import_id', '=', id)
        .where('at', '=', at)
        .executeTakeFirst()
      if (!piece) return
      const bytes = Buffer.from(this.box.open(piece.sealed, about('piece', id, at)), 'base64')
      yield bytes
      at += bytes.length
    }
  }

  async chunk(id: string, serial: number): Promise<{ rows: readonly SheetLine[]; judged: readonly JudgedRow[] }> {
    const chunk = await this.db
      .selectFrom('registry.import_chunk')
      .select(['rows', 'judged'])
      .where('import_id', '=', id)
      .where('serial', '=', serial)
      .executeTakeFirstOrThrow()
    return {
      rows: JSON.parse(this.box.open(chunk.rows, about('rows', id, serial))) as SheetLine[],
      judged:
        chunk.judged === null
          ? []
          : (JSON.parse(this.box.open(chunk.judged, about('judged', id, serial))) as JudgedRow[]),
    }
  }

  /** The chunks in which there is a row of one of these outcomes. */
  async chunksWith(id: string, wanted: readonly string[]): Promise<readonly number[]> {
    const rows = await this.db
      .selectFrom('registry.import_chunk')
      .select('serial')
      .where('import_id', '=', id)
      .where(sql<boolean>`outcomes && ${wanted}::text[]`)
      .orderBy('serial')
      .execute()
    return rows.map(row => row.serial)
  }

  sampleOf(row: ImportRow): readonly (readonly string[])[] {
    if (row.sample === null) return []
    return JSON.parse(this.box.open(row.sample, about('sample', row.id, 0))) as string[][]
  }

  async remembered({ keys }: Hashed) {
    return this.db
      .selectFrom('registry.sheet_mapping')
      .select(['mapping', 'defaults'])
      .where('signature', 'in', keys)
      .orderBy('at', 'desc')
      .limit(1)
      .executeTakeFirst()
  }

  async aliases(): Promise<readonly AddressAlias[]> {
    return this.db.selectFrom('registry.street_alias').select(['was', 'now']).orderBy('was').execute()
  }
}

/** Exists only inside a unit of work, and is the one place that writes imports. */
export class ImportWriter extends ImportReader {
  readonly #tx: Transaction<RegistryTables>

  constructor(tx: Transaction<RegistryTables>, box: SecretBox) {
    super(tx, box)
    this.#tx = tx
  }

  async add(
    row: Pick<
      ImportRow,
      'id' | 'name' | 'by_id' | 'post_id' | 'grants' | 'grid_path' | 'as_of' | 'bytes' | 'created_at'
    >,
  ) {
    await this.#tx
      .insertInto('registry.sheet_import')
      .values({ ...row, grants: jsonValue(row.grants), state: 'uploading', beat_at: row.created_at } as never)
      .execute()
  }

  /** Held until the unit of work ends: two workers never do one chunk. */
  async take(id: string): Promise<ImportRow | undefined> {
    return this.#tx
      .selectFrom('registry.sheet_import')
      .select(columns)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
  }

  /** Each change is a sign of life, by the database's own clock: work that gives none has been left behind. */
  async change(id: string, set: Partial<Omit<ImportRow, 'beat_at'>>): Promise<void> {
    const jsonColumns = ['grants', 'heading', 'guessed', 'mapping', 'defaults', 'counts']
    const values = Object.entries(set).map(([key, value]) => [
      key,
      jsonColumns.includes(key) && value !== null ? jsonValue(value) : value,
    ])
    await this.#tx
      .updateTable('registry.sheet_import')
      .set({ ...Object.fromEntries(values), beat_at: sql`clock_timestamp()` } as never)
      .where('id', '=', id)
      .execute()
  }

  /** Given up for now, and taken up again at the next minute. */
  async leave(id: string): Promise<void> {
    await this.#tx
      .updateTable('registry.sheet_import')
      .set({ beat_at: sql<string>`to_timestamp(0)` })
      .where('id', '=', id)
      .execute()
  }

  async addPiece(id: string, at: number, bytes: Buffer): Promise<void> {
    const sealed = this.box.seal(bytes.toString('base64'), about('piece', id, at))
    await this.#tx.insertInto('registry.import_piece').values({ import_id: id, at, sealed }).execute()
  }

  async addChunk(id: string, serial: number, rows: readonly SheetLine[]): Promise<void> {
    const sealed = this.box.seal(JSON.stringify(rows), about('rows', id, serial))
    await this.#tx.insertInto('registry.import_chunk').values({ import_id: id, serial, rows: sealed }).execute()
  }

  async judgeChunk(id: string, serial: number, judged: readonly JudgedRow[]): Promise<void> {
    const kinds = [...new Set(judged.map(one => one.outcome as string)), ...(judged.some(hasRemark) ? ['remark'] : [])]
    await this.#tx
      .updateTable('registry.import_chunk')
      .set({ judged: this.box.seal(JSON.stringify(judged), about('judged', id, serial)), outcomes: kinds })
      .where('import_id', '=', id)
      .where('serial', '=', serial)
      .execute()
  }

  sealSample(id: string, rows: readonly (readonly string[])[]): Buffer {
    return this.box.seal(JSON.stringify(rows), about('sample', id, 0))
  }

  /** Takes out what is sealed of the file; with `all` also its rows. */
  async forget(id: string, all = false): Promise<void> {
    await this.#tx.deleteFrom('registry.import_piece').where('import_id', '=', id).execute()
    if (!all) return
    await this.#tx.deleteFrom('registry.import_chunk').where('import_id', '=', id).execute()
    await this.#tx.deleteFrom('registry.import_seen').where('import_id', '=', id).execute()
  }

  /** The first row that spoke of each key; the rows that came here first are among them. */
  async see(id: string, seen: readonly { key: Buffer; row: number }[]): Promise<ReadonlyMap<string, number>> {
    if (seen.length === 0) return new Map()
    const rows = JSON.stringify(seen.map(({ key, row }) => ({ key: key.toString('hex'), row })))
    await sql`insert into registry.import_seen (import_id, key, row)
      select ${id}::uuid, decode(key, 'hex'), min(row) from jsonb_to_recordset(${rows}::jsonb) as one (key text, row int)
      group by 2 on conflict do nothing`.execute(this.#tx)
    const found = await this.#tx
      .selectFrom('registry.import_seen')
      .select(['key', 'row'])
      .where('import_id', '=', id)
      .where('key', '=', sql<Buffer>`any(${seen.map(one => one.key)}::bytea[])`)
      .execute()
    return new Map(found.map(({ key, row }) => [key.toString('hex'), row]))
  }

  /** Before a file is read again from its beginning. */
  async forgetRows(id: string): Promise<void> {
    await this.#tx.deleteFrom('registry.import_chunk').where('import_id', '=', id).execute()
  }

  /** Before its rows are looked at anew, with other columns. */
  async forgetSeen(id: string): Promise<void> {
    await this.#tx.deleteFrom('registry.import_seen').where('import_id', '=', id).execute()
  }

  async marks(keys: readonly Buffer[]): Promise<ReadonlyMap<string, string>> {
    if (keys.length === 0) return new Map()
    const rows = await this.#tx
      .selectFrom('registry.import_mark')
      .select(['key', 'thing_id'])
      .where('key', '=', sql<Buffer>`any(${keys}::bytea[])`)
      .execute()
    return new Map(rows.map(row => [row.key.toString('hex'), row.thing_id]))
  }

  /** Each person once, whichever key made the hash; a mark from before gets what a change of key needs. */
  async mark(marks: readonly { hashed: Hashed; thingId: string }[]): Promise<void> {
    if (marks.length === 0) return
    const rows = marks.map(({ hashed: { plain, key, keys }, thingId }) => {
      const id = newId()
      const [hex, others] = [key.toString('hex'), keys.filter(one => !one.equals(key)).map(one => one.toString('hex'))]
      return { id, key: hex, others, thing: thingId, sealed: this.box.seal(plain, aboutMark(id)).toString('hex') }
    })
    await sql`insert into registry.import_mark (id, key, thing_id, sealed)
      select id, decode(key, 'hex'), thing, decode(sealed, 'hex')
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one (id uuid, key text, others jsonb, thing uuid, sealed text)
      where not exists (select from jsonb_array_elements_text(others) other
        join registry.import_mark kept on kept.key = decode(other, 'hex') and kept.sealed is not null)
      on conflict (key) do update set id = excluded.id, sealed = excluded.sealed where import_mark.sealed is null`.execute(
      this.#tx,
    )
  }

  async remember(
    { plain, key, keys }: Hashed,
    mapping: Mapping,
    defaults: Readonly<Partial<Record<SheetTarget, string>>>,
    by: { byId: string; at: Instant },
  ): Promise<void> {
    const id = newId()
    const row = {
      ...{ id, sealed: this.box.seal(plain, aboutMapping(id)) },
      ...{ mapping: jsonValue(mapping), defaults: jsonValue(defaults), by_id: by.byId, at: by.at },
    }
    await this.#tx
      .deleteFrom('registry.sheet_mapping')
      .where('signature', 'in', keys)
      .where('signature', '<>', key)
      .execute()
    await this.#tx
      .insertInto('registry.sheet_mapping')
      .values({ signature: key, ...row } as never)
      .onConflict(clash => clash.column('signature').doUpdateSet(row as never))
      .execute()
  }

  async putAlias(alias: AddressAlias, by: { byId: string; at: Instant }): Promise<void> {
    const row = { now: alias.now, by_id: by.byId, at: by.at }
    await this.#tx
      .insertInto('registry.street_alias')
      .values({ was: alias.was, ...row })
      .onConflict(clash => clash.column('was').doUpdateSet(row))
      .execute()
  }

  async removeAlias(was: string): Promise<void> {
    await this.#tx.deleteFrom('registry.street_alias').where('was', '=', was).execute()
  }

  /** Sheets whose rows have been kept long enough. */
  async forgetBefore(before: Instant): Promise<void> {
    const old = await this.#tx
      .selectFrom('registry.sheet_import')
      .select('id')
      .where('beat_at', '<', before)
      .where('state', 'not in', ['reading', 'checking', 'taking'])
      .where(eb => eb.exists(eb.selectFrom('registry.import_chunk').select('serial').whereRef('import_id', '=', 'id')))
      .execute()
    for (const { id } of old) await this.forget(id, true)
  }
}

const hasRemark = (one: JudgedRow) => one.remarks.length > 0

export function addedCounts(counts: Counts, judged: readonly JudgedRow[]): Counts {
  const sum: Record<string, number> = { ...counts }
  for (const one of judged) {
    sum[one.outcome] = (sum[one.outcome] ?? 0) + 1
    if (hasRemark(one)) sum['remark'] = (sum['remark'] ?? 0) + 1
  }
  return sum
}
