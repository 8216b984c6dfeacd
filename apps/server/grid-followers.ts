import { procedureSettings } from '#modules/cases/common/index.ts'
import { followGridsCommand, gridWatcher, openCasesInGrids } from '#modules/cases/server/index.ts'
import { campaignsThatFollow, followCampaigns } from '#modules/campaigns/server/index.ts'
import { callPaths, moveCallsWithCase } from '#modules/coordination/server/index.ts'
import { clientPaths } from '#modules/exchange/server/index.ts'
import { lowestWithAll } from '#modules/grid/common/index.ts'
import type { Follower, Moving, ReadHandle, TreeChange } from '#modules/grid/server/index.ts'
import { documentPaths, followWordings, wordingsThatFollow } from '#modules/institutions/server/index.ts'
import { patrolPaths } from '#modules/patrol/server/index.ts'
import {
  followOverlays,
  linesLyingIn,
  type LyingLine,
  type LyingPlace,
  moveLinesToGrids,
  movePlacesToGrids,
  overlayCellsThatChange,
  placesLyingIn,
  placesWithIds,
} from '#modules/places/server/index.ts'
import { rosterPaths } from '#modules/posts/server/index.ts'
import { moveThings, thingsThatMove } from '#modules/registry/server/index.ts'
import { followRules, rulesThatFollow } from '#modules/routing/server/index.ts'
import { moveOrdersWithCase, orderPaths } from '#modules/supervision/server/index.ts'
import { isInside } from '#platform/authz/common/grants.ts'
import { runCommand } from '#platform/commands/server/run-command.ts'
import type { NamedPaths } from '#platform/db/server/named-paths-store.ts'
import { inboxPaths } from '#platform/inbox/server/grid-paths-store.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { settingsOf } from '#platform/settings/server/index.ts'
import type { Parts } from './modules.ts'
import { clocksForCases } from './who-is-where.ts'

/** Columns in which a row names a grid and goes on naming it when its path is another, by the kind that is counted. */
export const namedColumns: Readonly<Record<string, readonly NamedPaths[]>> = {
  patrols: patrolPaths,
  rosters: rosterPaths,
  papers: [orderPaths, callPaths, documentPaths],
  keys: [clientPaths],
  inbox: [inboxPaths],
}

/** Everything that is kept by grid, and what becomes of it when grids change. The order is that of the comparison. */
export function gridFollowers(parts: Parts): readonly Follower[] {
  return [
    openMatters(parts),
    standing('buildings', () => 1),
    standing('households', ({ households }) => households),
    people,
    lines,
    overlays,
    campaigns,
    rules,
    institutions,
    ...Object.entries(namedColumns).map(([kind, columns]) => named(kind, columns)),
  ]
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
        // Orders and calls about it first: when what follows fails, all of it is tried again.
        await db.unitOfWork(async tx => {
          await moveOrdersWithCase(tx as never, lying.caseId, gridPath)
          await moveCallsWithCase(tx as never, lying.caseId, gridPath)
        })
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
  return tally(
    all.flatMap(lying => {
      const to = nextGridOf(lying, change)
      const count = weight(lying)
      return to === null || count === 0 ? [] : [{ from: lying.gridPath, to, count }]
    }),
  )
}

/** One line for each way that something goes. */
function tally(moves: readonly Moving[]): Moving[] {
  return [...Map.groupBy(moves, ({ from, to }) => `${from} ${to}`).values()].map(some => ({
    ...some[0]!,
    count: some.reduce((sum, { count }) => sum + count, 0),
  }))
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

/** The base library: homes with their buildings, people with their homes, the rest by its place. */
const people: Follower = {
  kind: 'people',
  async count(db, change) {
    const moving = await thingsThatMove(db, change, homesOf(db, change))
    return tally(moving.flatMap(({ kind, from, to }) => (kind === 'person' ? [{ from, to, count: 1 }] : [])))
  },
  async follow({ db, now }, change) {
    const { day } = change
    if (day === null) return
    const moving = await thingsThatMove(db.read(), change, homesOf(db.read(), change))
    await db.unitOfWork(tx => moveThings(tx as never, moving, { day, at: now }))
  },
}

/** Where buildings belong in the tree of the change, whether or not they have followed yet. */
function homesOf(db: ReadHandle, change: TreeChange) {
  return async (buildingIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const buildings = await placesWithIds(db, 'building', buildingIds)
    return new Map(buildings.map(place => [place.placeId, nextGridOf(place, change) ?? place.gridPath]))
  }
}

/** A road, a river, a section to be cleaned: the lowest grid that has all of it. */
const lines: Follower = {
  kind: 'lines',
  async count(db, change) {
    const moving = linesThatMove(await linesLyingIn(db, change.affected), change)
    return tally(moving.map(({ from, to }) => ({ from, to, count: 1 })))
  },
  async follow({ db }, change) {
    const moving = linesThatMove(await linesLyingIn(db.read(), change.affected), change)
    await db.unitOfWork(tx => moveLinesToGrids(tx as never, moving))
  },
}

/**
 * Lines run along borders, where each corner lies on one side or the other: corners beyond do not count as long as some
 * lie in the grid of the line or in what was cut out of it, nor when that grid goes elsewhere as a whole.
 */
function linesThatMove(lying: readonly LyingLine[], { heirs, sources, locate }: TreeChange) {
  return lying.flatMap(({ id, gridPath, coordinates }) => {
    const stays = heirs.get(gridPath) ?? gridPath
    const own = [stays, ...[...sources].flatMap(([path, source]) => (source === gridPath ? [path] : []))]
    const paths = coordinates.flat().flatMap(([lon, lat]) => locate({ lon, lat }) ?? [])
    const inOwn = paths.flatMap(path => own.find(one => isInside(path, one)) ?? [])
    const isElsewhere = inOwn.length === 0 && stays === gridPath
    const to = lowestWithAll(isElsewhere ? paths : inOwn) ?? stays
    return to === gridPath ? [] : [{ id, from: gridPath, to }]
  })
}

const overlays: Follower = {
  kind: 'overlays',
  async count(db, change) {
    const changing = await overlayCellsThatChange(db, change, change.day ?? lastDay)
    return tally(
      changing.flatMap(({ before, cells }) => {
        const to = cells.find(cell => !before.includes(cell))
        const from = before.find(cell => !cells.includes(cell)) ?? before[0]
        return from === undefined ? [] : [{ from, to: to ?? from, count: 1 }]
      }),
    )
  },
  async follow({ db }, change) {
    const { day } = change
    if (day !== null) await db.unitOfWork(tx => followOverlays(tx as never, change, day))
  },
}

/** While nobody has set the day, what has been arranged for any day to come counts. */
const lastDay = '9999-12-31'

const firstDay = '0001-01-01'

const campaigns: Follower = {
  kind: 'campaigns',
  async count(db, change) {
    const following = await campaignsThatFollow(db, change)
    return tally([
      ...following.points.map(({ point, to }) => ({ from: point.gridPath, to, count: 1 })),
      ...following.programmes.map(({ programme, to }) => ({ from: programme.gridPath, to, count: 1 })),
      ...following.campaigns.map(({ campaign, areas }) => ({
        ...{ from: campaign.areas[0]!.path, to: areas[0]!, count: 1 },
      })),
    ])
  },
  async follow({ db, now }, change) {
    await db.unitOfWork(tx => followCampaigns(tx as never, change, now))
  },
}

/** Who answers for which matters where. */
const rules: Follower = {
  kind: 'rules',
  async count(db, change) {
    const following = await rulesThatFollow(db, change)
    return tally(following.map(({ row, to }) => ({ from: row.grid_path ?? to, to, count: 1 })))
  },
  async follow({ db, now }, change) {
    await db.unitOfWork(tx => followRules(tx as never, change, now))
  },
}

/** Where a document holds, and whose workers have to read it. */
const institutions: Follower = {
  kind: 'institutions',
  async count(db, change) {
    const following = await wordingsThatFollow(db, change, change.day ?? firstDay)
    return tally(
      following.map(({ last, areas, readerGrid }) => {
        const from = last.areas[0] ?? last.reader_grid ?? ''
        return { from, to: areas[0] ?? readerGrid ?? '', count: 1 }
      }),
    )
  },
  async follow({ db, now }, change) {
    const { day } = change
    if (day !== null) await db.unitOfWork(tx => followWordings(tx as never, change, { day, at: now }))
  },
}

function named(kind: string, columns: readonly NamedPaths[]): Follower {
  return {
    kind,
    async count(db, { heirs }) {
      const paths = [...heirs.keys()]
      const counted = await Promise.all(columns.map(column => column.count(db, paths)))
      return tally(counted.flat().map(({ path, count }) => ({ from: path, to: heirs.get(path)!, count })))
    },
    async follow({ db }, { heirs }) {
      await db.unitOfWork(async tx => {
        for (const column of columns) await column.rename(tx as never, heirs)
      })
    },
  }
}
