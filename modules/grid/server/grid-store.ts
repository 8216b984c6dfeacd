import { type Kysely, sql, type Transaction } from 'kysely'
import { depthOf } from '#platform/authz/common/grants.ts'
import type { Polygon } from '#platform/kernel/common/geometry.ts'
import { type Duty, type Grid, type NewGrid, parentOf } from '../common/grid.ts'
import { GridHistory } from './grid-history.ts'
import type { GridTables } from './tables.ts'

export interface GridInForce extends Omit<Grid, 'bounds'> {
  readonly polygon: Polygon
}

export interface PostPlacing {
  readonly gridPath: string
  readonly duty: Duty
  readonly postId: string
}

/** Reads the tree and the posts on it. Boundaries and who answers for them are posted in public, so it takes no actor. */
export class GridReader {
  readonly #db: Kysely<GridTables>

  constructor(db: Kysely<GridTables>) {
    this.#db = db
  }

  async version(): Promise<number> {
    const { version } = await this.#db.selectFrom('grid.tree').select('version').executeTakeFirstOrThrow()
    return version
  }

  /** The whole tree in force, parents before children, brothers by the number of their last step. */
  async inForce(): Promise<GridInForce[]> {
    const rows = await this.#db
      .selectFrom('grid.grid')
      .select(['path', 'level', 'kind', 'name', 'code', 'polygon', 'area_square_metres', 'label_lon', 'label_lat'])
      .where('valid_to', 'is', null)
      .orderBy(sql`string_to_array(path, '.')::int[]`)
      .execute()
    return rows.map(row => ({
      path: row.path,
      level: row.level,
      kind: row.kind,
      name: row.name,
      code: row.code,
      areaSquareMetres: row.area_square_metres,
      labelPlace: { lon: row.label_lon, lat: row.label_lat },
      polygon: row.polygon,
    }))
  }

  async findBoundary(path: string): Promise<{ polygon: Polygon; validFrom: string; scheme: string } | undefined> {
    const row = await this.#db
      .selectFrom('grid.grid')
      .select(['polygon', 'valid_from', 'scheme'])
      .where('path', '=', path)
      .where('valid_to', 'is', null)
      .executeTakeFirst()
    return row && { polygon: row.polygon, validFrom: row.valid_from, scheme: row.scheme }
  }

  /** Every path and code that was ever given, and the scheme of those in force: what is new goes on from there. */
  async everUsed(): Promise<{ paths: string[]; codes: string[]; scheme: string }> {
    const rows = await this.#db.selectFrom('grid.grid').select(['path', 'code', 'scheme', 'valid_to']).execute()
    const inForce = rows.filter(({ valid_to }) => valid_to === null)
    return {
      paths: [...new Set(rows.map(({ path }) => path))],
      codes: [...new Set(rows.map(({ code }) => code))],
      scheme: inForce.at(-1)?.scheme ?? '',
    }
  }

  /** The version, held until the unit of work ends: until then no other tree comes into force. */
  async heldVersion(): Promise<number> {
    const { version } = await this.#db.selectFrom('grid.tree').select('version').forShare().executeTakeFirstOrThrow()
    return version
  }

  /** Every grid there ever was, by date, and what became of those that ended. */
  async history(): Promise<GridHistory> {
    const grids = await this.#db
      .selectFrom('grid.grid')
      .select(['path', 'name', 'code', 'valid_from as from', 'valid_to as until'])
      .execute()
    const successions = await this.#db
      .selectFrom('grid.succession')
      .select(['on_day as on', 'from_path as from', 'to_path as to', 'how'])
      .execute()
    return new GridHistory(grids, successions)
  }

  /** The latest day on which some grid came into force; null while there are none. */
  async lastChange(): Promise<string | null> {
    const row = await this.#db
      .selectFrom('grid.grid')
      .select(eb => eb.fn.max('valid_from').as('day'))
      .executeTakeFirst()
    return row?.day ?? null
  }

  async postsOn(paths: readonly string[]): Promise<PostPlacing[]> {
    if (paths.length === 0) return []
    const rows = await this.#db
      .selectFrom('grid.post_on_grid')
      .select(['grid_path', 'duty', 'post_id'])
      .where('grid_path', '=', sql<string>`any(${paths}::text[])`)
      .execute()
    return rows.map(toPlacing)
  }

  /** The lead posts of the whole tree, or of one part of it. */
  async leads(under: string | undefined): Promise<PostPlacing[]> {
    let query = this.#db
      .selectFrom('grid.post_on_grid')
      .select(['grid_path', 'duty', 'post_id'])
      .where('duty', '=', 'lead')
    if (under !== undefined)
      query = query.where(eb => eb.or([eb('grid_path', '=', under), eb('grid_path', 'like', `${under}.%`)]))
    return (await query.execute()).map(toPlacing)
  }
}

function toPlacing(row: GridTables['grid.post_on_grid']): PostPlacing {
  return { gridPath: row.grid_path, duty: row.duty, postId: row.post_id }
}

const rowsPerStatement = 2000

const newColumns = [
  ...(['path', 'valid_from', 'parent', 'level', 'kind', 'name', 'code', 'scheme'] as const),
  ...(['polygon', 'area_square_metres', 'label_lon', 'label_lat'] as const),
] as const

/** Adds grids and puts posts on them: for the town builder, and for the import of boundaries. */
export class GridWriter {
  readonly #tx: Transaction<GridTables>

  constructor(tx: Transaction<GridTables>) {
    this.#tx = tx
  }

  /** `scheme` names the code scheme by which the codes were made; a code is unique within it. */
  async add(grids: readonly NewGrid[], { validFrom, scheme }: { validFrom: string; scheme: string }): Promise<void> {
    for (const some of inPieces(grids)) {
      await this.#tx
        .insertInto('grid.grid')
        .columns(newColumns)
        .expression(eb =>
          eb.selectFrom(asRows(some.map(grid => toRow(grid, validFrom, scheme))).as('row')).select(newColumns),
        )
        .execute()
    }
    await this.#growVersion()
  }

  /** From this date on these rows no longer hold; who stands on the grids is not touched. */
  async endRows(paths: readonly string[], on: string): Promise<void> {
    await this.#tx
      .updateTable('grid.grid')
      .set({ valid_to: on })
      .where('path', '=', sql<string>`any(${paths}::text[])`)
      .where('valid_to', 'is', null)
      .execute()
  }

  /** Posts that stood on a grid stand on its heir from now on, each duty once. */
  async movePosts(from: string, to: string): Promise<void> {
    await this.#tx
      .insertInto('grid.post_on_grid')
      .columns(['grid_path', 'duty', 'post_id'])
      .expression(eb =>
        eb
          .selectFrom('grid.post_on_grid')
          .select([sql<string>`${to}::text`.as('grid_path'), 'duty', 'post_id'])
          .where('grid_path', '=', from),
      )
      .onConflict(conflict => conflict.columns(['grid_path', 'duty', 'post_id']).doNothing())
      .execute()
    await this.#tx.deleteFrom('grid.post_on_grid').where('grid_path', '=', from).execute()
  }

  /** From this date on the grids are no longer in force. Their posts go with them. */
  async end(paths: readonly string[], on: string): Promise<void> {
    const listed = sql<string>`any(${paths}::text[])`
    await this.endRows(paths, on)
    await this.#tx.deleteFrom('grid.post_on_grid').where('grid_path', '=', listed).execute()
    await this.#growVersion()
  }

  async putPosts(placings: readonly PostPlacing[]): Promise<void> {
    for (const some of inPieces(placings)) {
      await this.#tx
        .insertInto('grid.post_on_grid')
        .values(some.map(({ gridPath, duty, postId }) => ({ grid_path: gridPath, duty, post_id: postId })))
        .onConflict(conflict => conflict.columns(['grid_path', 'duty', 'post_id']).doNothing())
        .execute()
    }
  }

  async #growVersion(): Promise<void> {
    await this.#tx
      .updateTable('grid.tree')
      .set(eb => ({ version: eb('version', '+', 1) }))
      .execute()
  }
}

function toRow(grid: NewGrid, validFrom: string, scheme: string) {
  return {
    path: grid.path,
    valid_from: validFrom,
    parent: parentOf(grid.path),
    level: depthOf(grid.path),
    kind: grid.kind,
    name: grid.name,
    code: grid.code,
    scheme,
    polygon: grid.polygon,
    area_square_metres: grid.areaSquareMetres,
    label_lon: grid.labelPlace.lon,
    label_lat: grid.labelPlace.lat,
  }
}

/** One JSON parameter instead of twelve per row: PostgreSQL takes 65 535 parameters, and builds this faster too. */
function asRows(rows: readonly ReturnType<typeof toRow>[]) {
  return sql<GridTables['grid.grid']>`jsonb_populate_recordset(null::grid.grid, ${JSON.stringify(rows)}::jsonb)`
}

function* inPieces<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += rowsPerStatement) yield all.slice(from, from + rowsPerStatement)
}
