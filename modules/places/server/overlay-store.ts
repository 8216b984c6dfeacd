import { type Kysely, sql, type Transaction } from 'kysely'
import type { ReadHandle } from '#modules/grid/server/index.ts'
import type { Overlay, OverlayKind } from '../common/things.ts'
import type { PlacesTables } from './tables.ts'

export interface DatedOverlay extends Overlay {
  readonly validFrom: string
}

/** Grids of other kinds as they stood on a day. */
export class OverlayReader {
  protected readonly db: Kysely<PlacesTables>
  protected readonly on: string

  constructor(db: ReadHandle, on: string) {
    this.db = db as unknown as Kysely<PlacesTables>
    this.on = on
  }

  /** Of one kind, or of all. */
  async list(kind?: OverlayKind): Promise<DatedOverlay[]> {
    return (
      await this.#overlays()
        .$if(kind !== undefined, q => q.where('kind', '=', kind!))
        .execute()
    ).map(toOverlay)
  }

  async find(id: string): Promise<DatedOverlay | undefined> {
    const row = await this.#overlays().where('id', '=', id).executeTakeFirst()
    return row && toOverlay(row)
  }

  #overlays() {
    return this.db
      .selectFrom('places.overlay as overlay')
      .select(['id', 'kind', 'use', 'name', 'parent_id', 'valid_from'])
      .select(
        sql<string[]>`(
          select array_agg(grid_path order by string_to_array(grid_path, '.')::int[])
          from places.overlay_cell
          where overlay_id = overlay.id and valid_from <= ${this.on}::date
            and (valid_to is null or valid_to > ${this.on}::date)
        )`.as('cells'),
      )
      .where('valid_from', '<=', this.on)
      .where(eb => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', this.on)]))
      .orderBy('kind')
      .orderBy(sql`name collate "zh-x-icu"`)
      .orderBy('id')
  }
}

export class OverlayWriter extends OverlayReader {
  readonly #tx: Transaction<PlacesTables>

  constructor(tx: Transaction<PlacesTables>, on: string) {
    super(tx, on)
    this.#tx = tx
  }

  /** Two people who draw in the same kind wait for each other: the check for shared cells sees what the other made. */
  async holdKind(kind: OverlayKind): Promise<void> {
    await sql`select pg_advisory_xact_lock(hashtext(${`places.overlay.${kind}`}))`.execute(this.#tx)
  }

  /** False when the id is taken. */
  async add({ id, kind, use, name, parentId, cells }: Overlay): Promise<boolean> {
    const added = await this.#tx
      .insertInto('places.overlay')
      .values({ id, kind, use, name, parent_id: parentId, valid_from: this.on, valid_to: null })
      .onConflict(conflict => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) return false
    await this.#tx
      .insertInto('places.overlay_cell')
      .values(cells.map(path => ({ overlay_id: id, grid_path: path, valid_from: this.on, valid_to: null })))
      .execute()
    return true
  }

  /** Other cells from this day on, when grids came and went; what it was before stays on record. */
  async setCells(id: string, cells: readonly string[]): Promise<void> {
    await sql`
      update places.overlay_cell set valid_to = ${this.on}::date
      where overlay_id = ${id} and valid_to is null and grid_path <> all(${cells}::text[])`.execute(this.#tx)
    await sql`
      insert into places.overlay_cell (overlay_id, grid_path, valid_from)
      select ${id}::uuid, wanted, ${this.on}::date from unnest(${cells}::text[]) wanted
      where not exists (
        select from places.overlay_cell where overlay_id = ${id} and grid_path = wanted and valid_to is null
      )`.execute(this.#tx)
  }

  async end(id: string): Promise<void> {
    await this.#tx
      .updateTable('places.overlay')
      .set({ valid_to: this.on })
      .where('id', '=', id)
      .where('valid_to', 'is', null)
      .execute()
  }
}

type Row = Pick<PlacesTables['places.overlay'], 'id' | 'kind' | 'use' | 'name' | 'parent_id' | 'valid_from'> & {
  cells: string[] | null
}

function toOverlay({ parent_id, valid_from, cells, ...row }: Row): DatedOverlay {
  return { ...row, parentId: parent_id, validFrom: valid_from, cells: cells ?? [] }
}
