import type { Geography } from '../geography/geography.ts'
import { lowestLevel } from '../geography/tree.ts'
import type { Stage } from './stage.ts'

const evening = [{ from: 480, until: 1200 }]

/** One community works every day from eight to eight, market and all; its limits are counted so. */
export async function keepOwnHours(stage: Stage, geography: Geography, at: number): Promise<void> {
  const level = lowestLevel(geography) - 1
  const area = geography.grids.findLast(grid => grid.level === level && grid.kind !== 'school')
  if (!area) return
  const key = area.code
  const keeper = stage.at('system-admin')
  const { version } = await stage.does(keeper, 'worktime.add-calendar', at, { key, name: `${area.name}商圈` })
  const week = Array.from({ length: 7 }, () => evening)
  await stage.does(keeper, 'worktime.set-week', at, { calendar: key, version, week })
  await stage.reloadCalendars()
}
