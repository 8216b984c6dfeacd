import { type ExpressionBuilder, type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { type Actor, depthOf } from '#platform/authz/common/grants.ts'
import { placeColumn } from '#platform/authz/server/visible-where.ts'
import { readCursor } from '#platform/contract/common/cursor.ts'
import { cutPage } from '#platform/contract/common/paging.ts'
import type { SecretBox } from '#platform/crypto/server/index.ts'
import { jsonValue } from '#platform/db/server/json-value.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { kinds, type ThingKind } from '../../common/kinds.ts'
import { seenThings } from '../thing-store.ts'
import type { RegistryTables } from '../tables.ts'

export type ExportRow = Selectable<RegistryTables['registry.sheet_export']>

const columns = [
  ...([
    'id',
    'by_id',
    'post_id',
    'grants',
    'kind',
    'grid_path',
    'columns',
    'format',
    'reason',
    'state',
    'rows',
  ] as const),
  ...(['total', 'pieces', 'bytes', 'created_at', 'beat_at'] as const),
] as const

const aboutPiece = (id: string, serial: number) => `registry.export ${id} ${serial}`

/** Lists that were taken out; the file is fetched by nobody but who asked for it. */
export class ExportReader {
  protected readonly db: Kysely<RegistryTables>
  protected readonly box: SecretBox

  constructor(db: Kysely<RegistryTables>, box: SecretBox) {
    this.db = db
    this.box = box
  }

  async ofPerson(personId: string, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
    const after = readCursor(cursor, ['instant', 'uuid'])
    const found = await this.db
      .selectFrom('registry.sheet_export')
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

  async find(id: string): Promise<ExportRow | undefined> {
    return this.db.selectFrom('registry.sheet_export').select(columns).where('id', '=', id).executeTakeFirst()
  }

  async stalled(before: Instant): Promise<readonly string[]> {
    const rows = await this.db
      .selectFrom('registry.sheet_export')
      .select('id')
      .where('state', '=', 'running')
      .where('beat_at', '<', before)
      .execute()
    return rows.map(row => row.id)
  }

  async *bytesOf({ id, pieces }: ExportRow): AsyncGenerator<Uint8Array> {
    for (let serial = 0; serial < pieces; serial++) {
      const { sealed } = await this.db
        .selectFrom('registry.export_piece')
        .select('sealed')
        .where('export_id', '=', id)
        .where('serial', '=', serial)
        .executeTakeFirstOrThrow()
      yield Buffer.from(this.box.open(sealed, aboutPiece(id, serial)), 'base64')
    }
  }

  /** How many things of a kind the actor sees in a grid. */
  async count(actor: Actor, kind: ThingKind, gridPath: string): Promise<number> {
    const { count } = await this.db
      .selectFrom('registry.thing as row')
      .select(sql<number>`count(*)::int`.as('count'))
      .where('kind', '=', kind)
      .where('state', '=', 'current')
      .where((eb: ExpressionBuilder<{ row: RegistryTables['registry.thing'] }, 'row'>) =>
        eb(sql.ref<string>(placeColumn(depthOf(gridPath))), '=', gridPath),
      )
      .where(eb => seenThings(eb, actor, kinds[kind].read))
      .executeTakeFirstOrThrow()
    return count
  }
}

/** Exists only inside a unit of work, and is the one place that writes exports. */
export class ExportWriter extends ExportReader {
  readonly #tx: Transaction<RegistryTables>

  constructor(tx: Transaction<RegistryTables>, box: SecretBox) {
    super(tx, box)
    this.#tx = tx
  }

  async add(row: Omit<ExportRow, 'rows' | 'total' | 'pieces' | 'bytes' | 'state' | 'beat_at'>): Promise<void> {
    const json = { grants: jsonValue(row.grants), columns: jsonValue(row.columns) }
    await this.#tx
      .insertInto('registry.sheet_export')
      .values({ ...row, ...json, state: 'running', beat_at: row.created_at } as never)
      .execute()
  }

  /** Each change is a sign of life, by the database's own clock. */
  async change(id: string, set: Partial<Pick<ExportRow, 'rows' | 'total' | 'pieces' | 'bytes' | 'state'>>) {
    await this.#tx
      .updateTable('registry.sheet_export')
      .set({ ...set, beat_at: sql<string>`clock_timestamp()` })
      .where('id', '=', id)
      .execute()
  }

  async addPiece(id: string, serial: number, bytes: Buffer): Promise<void> {
    const sealed = this.box.seal(bytes.toString('base64'), aboutPiece(id, serial))
    await this.#tx.insertInto('registry.export_piece').values({ export_id: id, serial, sealed }).execute()
  }

  async forgetPieces(id: string): Promise<void> {
    await this.#tx.deleteFrom('registry.export_piece').where('export_id', '=', id).execute()
  }

  async forgetBefore(before: Instant): Promise<void> {
    await sql`delete from registry.export_piece piece using registry.sheet_export export
      where export.id = piece.export_id and export.created_at < ${before}::timestamptz`.execute(this.#tx)
    await this.#tx.updateTable('registry.sheet_export').set({ pieces: 0 }).where('created_at', '<', before).execute()
  }

  /** That somebody took these people's data out whole, and why. */
  async noteLooks(
    ids: readonly string[],
    look: { at: Instant; byId: string; postId: string | null; field: string; reason: string },
  ): Promise<void> {
    await sql`insert into registry.look (thing_id, at, by_id, post_id, field, reason)
      select id, ${look.at}::timestamptz, ${look.byId}, ${look.postId}, ${look.field}, ${look.reason}
      from unnest(${ids}::uuid[]) as one (id)`.execute(this.#tx)
  }
}
