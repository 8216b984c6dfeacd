import { type Kysely, sql, type Transaction } from 'kysely'
import type { ReadHandle } from '#modules/grid/server/index.ts'
import type { Position } from '#platform/kernel/common/geometry.ts'
import { followCells } from '../common/follow-cells.ts'
import { overlayKinds } from '../common/things.ts'
import { OverlayReader, OverlayWriter } from './overlay-store.ts'
import type { PlacesTables } from './tables.ts'

export interface LyingLine {
  readonly id: string
  readonly gridPath: string
  readonly coordinates: readonly (readonly Position[])[]
}

/** Lines of which one of these grids is the lowest that has all of them. */
export async function linesLyingIn(db: ReadHandle, paths: readonly string[]): Promise<LyingLine[]> {
  if (paths.length === 0) return []
  const rows = await (db as unknown as Kysely<PlacesTables>)
    .selectFrom('places.line')
    .select(['id', 'grid_path', 'coordinates'])
    .where('grid_path', '=', sql<string>`any(${paths}::text[])`)
    .where('valid_to', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ grid_path, ...row }) => ({ ...row, gridPath: grid_path }))
}

export async function moveLinesToGrids(
  tx: Transaction<unknown>,
  moves: readonly { readonly id: string; readonly to: string }[],
): Promise<void> {
  if (moves.length === 0) return
  await sql`
    update places.line set grid_path = move."to"
    from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as move(id uuid, "to" text)
    where line.id = move.id`.execute(tx)
}

type CellChange = Parameters<typeof followCells>[1]

/** How many cells overlays would lose or win. */
export async function overlayCellsThatChange(db: ReadHandle, change: CellChange, on: string) {
  const reader = new OverlayReader(db, on)
  const lists = await Promise.all(overlayKinds.map(kind => reader.list(kind)))
  return lists.flatMap(overlays =>
    [...followCells(overlays, change)].map(([id, cells]) => ({
      cells,
      before: overlays.find(one => one.id === id)!.cells,
    })),
  )
}

/** From the day on overlays are put together from the grids that there are then; one that lost all of them ends. */
export async function followOverlays(tx: Transaction<unknown>, change: CellChange, day: string): Promise<void> {
  const overlays = new OverlayWriter(tx as unknown as Transaction<PlacesTables>, day)
  for (const kind of overlayKinds) {
    await overlays.holdKind(kind)
    for (const [id, cells] of followCells(await overlays.list(kind), change)) {
      await overlays.setCells(id, cells)
      if (cells.length === 0) await overlays.end(id)
    }
  }
}
