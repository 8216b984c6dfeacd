import { procedureSettings } from '#modules/cases/common/index.ts'
import { followGridsCommand, gridWatcher, openCasesInGrids } from '#modules/cases/server/index.ts'
import { type Bounds, boundarySettings, type BuildingOutline } from '#modules/grid/common/index.ts'
import type { Follower, Moving, ReadHandle, Surroundings, TreeChange } from '#modules/grid/server/index.ts'
import { type LyingPlace, movePlacesToGrids, PlaceReader, placesLyingIn } from '#modules/places/server/index.ts'
import { movePostsToGrid } from '#modules/identity/server/index.ts'
import { runCommand } from '#platform/commands/server/run-command.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { fromDegrees } from '#platform/planar/common/point.ts'
import { settingsOf } from '#platform/settings/server/index.ts'
import type { Parts } from './modules.ts'
import { clocksForCases, holdersOf, staffForCases } from './who-is-where.ts'

/** What the drawing of grids asks of the others: who draws and decides, and what goes along when a grid changes. */
export function gridAround(parts: Parts): Surroundings {
  return {
    rules: settingsOf(parts.settings, boundarySettings),
    buildings: (db, within) => outlinesIn(db, within, parts.clock.now()),
    people: (db, ids) => staffForCases.people(db as never, ids),
    approvers: db => holdersOf(db, 'grid.approve'),
    movePosts: movePostsToGrid,
    followers: [
      openMatters(parts),
      standing('buildings', () => 1),
      standing('households', ({ households }) => households),
    ],
  }
}

/** More than a district has; a check that left some out would be none. */
const mostBuildings = 200_000

/** What stands today, as outlines that no border may cut. */
async function outlinesIn(db: ReadHandle, within: Bounds, now: Instant): Promise<BuildingOutline[]> {
  const found = await new PlaceReader(db, dayOf(now)).buildingsInBox(within, mostBuildings)
  return found.map(({ id, address, name, outline }) => ({
    ...{ id, name: address || name },
    outline: outline.map(fromDegrees),
  }))
}

interface Lying {
  readonly gridPath: string
  readonly point: Point | null
}

/** Where something belongs in the tree as it will be; null when that is where it is. */
function nextGridOf({ gridPath, point }: Lying, { heirs, locate }: TreeChange): string | null {
  const next = (point && locate(point)) ?? heirs.get(gridPath) ?? gridPath
  return next === gridPath ? null : next
}

/** Matters that are still open move with the ground they lie on, and say so in their history. */
function openMatters({ grids, calendars, settings }: Parts): Follower {
  return {
    kind: 'cases',
    async count(db, change) {
      return countMoves(await openCasesInGrids(db as never, change.affected), change, () => 1)
    },
    async follow({ db, now }, change) {
      const clocks = clocksForCases(grids, calendars)
      const command = followGridsCommand({ procedure: settingsOf(settings, procedureSettings), clocks })
      for (const lying of await openCasesInGrids(db.read(), change.affected)) {
        const gridPath = nextGridOf(lying, change)
        if (gridPath === null) continue
        const input = {
          ...{ caseId: lying.caseId, gridPath, gridNames: [...change.names(gridPath)] },
          ...{ fromName: lying.gridName, changeName: change.name },
        }
        await runCommand(db, async () => {}, command, { actor: gridWatcher, now, requestId: newId(), input })
      }
    },
  }
}

function countMoves<T extends Lying>(all: readonly T[], change: TreeChange, weight: (one: T) => number): Moving[] {
  const counts = new Map<string, Moving>()
  for (const lying of all) {
    const to = nextGridOf(lying, change)
    if (to === null || weight(lying) === 0) continue
    const key = `${lying.gridPath} ${to}`
    counts.set(key, { from: lying.gridPath, to, count: (counts.get(key)?.count ?? 0) + weight(lying) })
  }
  return [...counts.values()]
}

/** Buildings and courtyards lie in another grid from the day on; the households in them go along. */
function standing(kind: 'buildings' | 'households', weight: (place: LyingPlace) => number): Follower {
  return {
    kind,
    async count(db, change) {
      const places = await placesLyingIn(db, change.affected)
      return countMoves(
        places.filter(place => place.kind === 'building'),
        change,
        weight,
      )
    },
    async follow({ db }, change) {
      // Households follow their buildings, which move once.
      if (kind === 'households' || change.day === null) return
      const { day } = change
      const places = await placesLyingIn(db.read(), change.affected)
      const moves = places.flatMap(({ kind: of, placeId, ...place }) => {
        const to = nextGridOf(place, change)
        return to === null ? [] : [{ kind: of, placeId, to }]
      })
      await db.unitOfWork(tx => movePlacesToGrids(tx as never, moves, day))
    },
  }
}
