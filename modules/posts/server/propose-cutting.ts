import { setImmediate } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { type Grid, parentOf, partsOf } from '#modules/grid/common/index.ts'
import { PlaceReader } from '#modules/places/server/index.ts'
import { type Query, query } from '#platform/commands/server/command.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { fromDegrees, toDegrees } from '#platform/planar/common/point.ts'
import { fitOf } from '../common/body.ts'
import * as contract from '../common/contract.ts'
import type { CuttingBuilding, CuttingCell } from './cutting/ground.ts'
import { apportion, unevenness } from './cutting/norm.ts'
import { type ProposedPart, proposeParts } from './cutting/proposal.ts'
import { refuse } from '../common/refusals.ts'
import type { Surroundings } from './surroundings.ts'
import type { PostsTables } from './tables.ts'

/** More than a street has; what is more is asked for piece by piece. */
const mostCells = 400
const mostBuildings = 20_000

export function balanceQuery(around: Surroundings): Query {
  const { grids, openMatters, settings } = around
  return query<PostsTables, typeof contract.proposeCutting>(contract.proposeCutting, {
    async run({ read, now }, { gridPath, parts: wanted, matterWeight }) {
      const top = grids.find(gridPath)
      if (!top) return refuse['not-found']()
      const lowest = grids.under(gridPath).filter(({ path }) => grids.childrenOf(path).length === 0)
      if (lowest.length > mostCells) return refuse['too-much-to-cut']({ grid: top.name, most: mostCells })
      const paths = lowest.map(({ path }) => path)
      const open = await openMatters(read as unknown as Kysely<unknown>, paths)
      const buildings = await buildingsIn(new PlaceReader(read, dayOf(now)), gridPath)
      const cells = lowest.map(grid => cellOf(around, grid, buildings.get(grid.path) ?? [], open.get(grid.path) ?? 0))
      const norm = settings(now)
      const lived = cells.filter(({ homes }) => homes > 0)
      if (lived.length === 0 || (cells.length === 1 && fitOf(cells[0]!.homes, norm) !== 'above')) {
        return refuse['nothing-to-cut']({ grid: top.name })
      }
      const families = [...Map.groupBy(cells, ({ path }) => parentOf(path) ?? path)]
      const counts = wanted === undefined ? null : countsOf(families, wanted)
      const proposed: { path: string; name: string; grids: ProposedPart[] }[] = []
      for (const [path, own] of families) {
        const rules = { norm, matterWeight, wanted: counts?.get(path) ?? null }
        proposed.push({ path, name: grids.find(path)?.name ?? path, grids: proposeParts(own, rules) })
        // A street is some seconds of work; others are answered in between.
        await setImmediate()
      }
      const balanceOf = (homes: readonly number[]) => {
        const some = homes.filter(count => count > 0)
        const outside = some.filter(count => fitOf(count, norm) !== 'within').length
        return { grids: some.length, outside, unevenness: unevenness(some) }
      }
      const [west, south, east, north] = top.bounds
      return {
        norm: { least: norm.least, most: norm.most },
        now: balanceOf(cells.map(({ homes }) => homes)),
        then: balanceOf(proposed.flatMap(family => family.grids.map(({ homes }) => homes))),
        bounds: [west, south, east, north] as [number, number, number, number],
        families: proposed.map(family => ({ ...family, grids: family.grids.map(toShown) })),
      }
    },
  })
}

async function buildingsIn(places: PlaceReader, gridPath: string): Promise<ReadonlyMap<string, CuttingBuilding[]>> {
  const { rows } = await places.buildingsIn(gridPath, { limit: mostBuildings })
  return Map.groupBy(
    rows.map(({ id, address, name, courtyardId, households, outline, point, gridPath: path }) => ({
      ...{ id, name: address || name, courtyardId, homes: households, path },
      outline: outline.slice(0, -1).map(fromDegrees),
      place: fromDegrees([point.lon, point.lat]),
    })),
    ({ path }) => path,
  )
}

function cellOf(
  { grids }: Surroundings,
  { path, name, kind }: Grid,
  buildings: readonly CuttingBuilding[],
  matters: number,
): CuttingCell {
  return {
    ...{ path, name, matters, buildings, isFixed: kind !== 'alley' },
    homes: buildings.reduce((sum, { homes }) => sum + homes, 0),
    parts: partsOf({ type: 'MultiPolygon', coordinates: grids.outlineOf(path) }),
  }
}

/** How many grids each of some parents shall have, of all that are wanted. */
function countsOf(families: readonly (readonly [string, readonly CuttingCell[]])[], wanted: number) {
  const homes = families.map(([, own]) => own.reduce((sum, cell) => sum + cell.homes, 0))
  const lived = families.filter((_, i) => homes[i]! > 0)
  const counts = apportion(
    homes.filter(count => count > 0),
    wanted,
  )
  return new Map(lived.map(([path], i) => [path, counts[i]!]))
}

function toShown({ keeps, name, homes, matters, fit, why, building, isChanged, from, parts }: ProposedPart) {
  return {
    ...{ keeps, name, households: homes, openMatters: matters, fit, why, building, isChanged },
    from: from.map(each => ({ path: each.path, name: each.name, households: each.homes, isWhole: each.isWhole })),
    polygons: parts.map(rings =>
      rings.map(ring => [...ring, ...ring.slice(0, 1)].map(p => [...toDegrees(p)] as [number, number])),
    ),
  }
}
