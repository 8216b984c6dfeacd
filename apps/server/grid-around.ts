import { procedureSettings } from '#modules/cases/common/index.ts'
import { followGridsCommand, gridWatcher, openCasesInGrids } from '#modules/cases/server/index.ts'
import { usualBoundaryRules } from '#modules/grid/common/index.ts'
import type { Follower, Surroundings, TreeChange } from '#modules/grid/server/index.ts'
import { movePostsToGrid } from '#modules/identity/server/index.ts'
import { runCommand } from '#platform/commands/server/run-command.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { settingsOf } from '#platform/settings/server/index.ts'
import type { Parts } from './modules.ts'
import { clocksForCases, holdersOf, staffForCases } from './who-is-where.ts'

/** What the drawing of grids asks of the others: who draws and decides, and what goes along when a grid changes. */
export function gridAround(parts: Parts): Surroundings {
  return {
    rules: () => usualBoundaryRules,
    buildings: async () => [],
    people: (db, ids) => staffForCases.people(db as never, ids),
    approvers: db => holdersOf(db, 'grid.approve'),
    movePosts: movePostsToGrid,
    followers: [openMatters(parts)],
  }
}

type Lying = Awaited<ReturnType<typeof openCasesInGrids>>[number]

/** Where an open matter belongs in the tree as it will be; null when that is where it is. */
function nextGridOf({ gridPath, point }: Lying, { heirs, locate }: TreeChange): string | null {
  const next = (point && locate(point)) ?? heirs.get(gridPath) ?? gridPath
  return next === gridPath ? null : next
}

/** Matters that are still open move with the ground they lie on, and say so in their history. */
function openMatters({ grids, calendars, settings }: Parts): Follower {
  return {
    kind: 'cases',
    async count(db, change) {
      const counts = new Map<string, { from: string; to: string; count: number }>()
      for (const lying of await openCasesInGrids(db as never, change.affected)) {
        const to = nextGridOf(lying, change)
        if (to === null) continue
        const key = `${lying.gridPath} ${to}`
        const known = counts.get(key)
        counts.set(key, { from: lying.gridPath, to, count: (known?.count ?? 0) + 1 })
      }
      return [...counts.values()]
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
