import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import { unreachable } from '../../kernel/common/unreachable.ts'
import { type Actor, depthOf, type Grant, type Placed } from '../common/grants.ts'

/**
 * The columns every placed table has. `place_1 … place_6` are the prefixes of `grid_path` of that depth, generated
 * columns, so that a subtree is one equality on an index instead of a scan.
 */
export interface PlacedRow {
  grid_path: string | null
  place_1: string | null
  place_2: string | null
  place_3: string | null
  place_4: string | null
  place_5: string | null
  place_6: string | null
  unit_id: string | null
  post_id: string | null
  owner_id: string | null
}

export const deepestPlace = 6

/** Where a row lies and whose it is, for `can`. */
export function placedAt(row: Pick<PlacedRow, 'grid_path' | 'unit_id' | 'post_id' | 'owner_id'>): Placed {
  return { gridPath: row.grid_path, unitId: row.unit_id, postId: row.post_id, ownerId: row.owner_id }
}

/** A query over a placed table that is called `row` in it, whatever else it joins. What belongs to nobody has a grid only. */
type WithRow = { row: Pick<Record<keyof PlacedRow, unknown>, 'grid_path'> }
type RowBuilder = ExpressionBuilder<{ row: PlacedRow }, 'row'>

/** The same rule as `can`, as SQL for lists. Proven equal by a property test. No grant selects nothing. */
export function visibleWhere(actor: Actor, permission: string) {
  return <DB extends WithRow, TB extends keyof DB>(eb: ExpressionBuilder<DB, TB>): Expression<SqlBool> => {
    // The builder speaks of all tables of the query; of these only `row` is used.
    const row = eb as unknown as RowBuilder
    return row.or(
      actor.grants.filter(grant => grant.permission === permission).map(grant => covered(row, actor, grant)),
    )
  }
}

/**
 * The same rule as parts of which each row is in one at most, for lists in an order: each part is one walk of an index,
 * where `or` between two columns would read and sort everything.
 */
export function visibleParts(actor: Actor, permission: string) {
  const grants = actor.grants.filter(grant => grant.permission === permission)
  const places = [...new Map(grants.map(grant => [JSON.stringify(grant.within), grant])).values()]
  const isAll = places.find(({ within }) => within.kind === 'everywhere')
  return (isAll ? [isAll] : places).map(
    (grant, i, all) =>
      <DB extends WithRow, TB extends keyof DB>(eb: ExpressionBuilder<DB, TB>): Expression<SqlBool> => {
        const row = eb as unknown as RowBuilder
        return row.and([
          covered(row, actor, grant),
          ...all.slice(0, i).map(before => sql<SqlBool>`(${covered(row, actor, before)}) is not true`),
        ])
      },
  )
}

function covered(eb: RowBuilder, actor: Actor, { within }: Grant) {
  switch (within.kind) {
    case 'everywhere':
      return eb.lit(true)
    case 'subtree':
      return eb(placeColumn(depthOf(within.path)), '=', within.path)
    case 'above-grids':
      return eb('grid_path', 'is', null)
    case 'own-unit':
      return actor.unitId === null ? eb.lit(false) : eb('unit_id', '=', actor.unitId)
    case 'own-post':
      return actor.postId === null ? eb.lit(false) : eb('post_id', '=', actor.postId)
    case 'own':
      return eb('owner_id', '=', actor.personId)
    default:
      return unreachable(within)
  }
}

export function placeColumn(depth: number) {
  if (depth < 1 || depth > deepestPlace) throw new Error(`a grid path has 1 to ${deepestPlace} steps, not ${depth}`)
  return `place_${depth}` as 'place_1' | 'place_2' | 'place_3' | 'place_4' | 'place_5' | 'place_6'
}
