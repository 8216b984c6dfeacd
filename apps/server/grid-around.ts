import { type Bounds, boundarySettings, type BuildingOutline, codeSettings } from '#modules/grid/common/index.ts'
import type { ReadHandle, Surroundings } from '#modules/grid/server/index.ts'
import { PlaceReader } from '#modules/places/server/index.ts'
import { movePostsToGrid } from '#modules/identity/server/index.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { fromDegrees } from '#platform/planar/common/point.ts'
import { settingsOf } from '#platform/settings/server/index.ts'
import { gridFollowers } from './grid-followers.ts'
import type { Parts } from './modules.ts'
import { holdersOf, staffForCases } from './who-is-where.ts'

/** What the drawing of grids asks of the others: who draws and decides, and what goes along when a grid changes. */
export function gridAround(parts: Parts): Surroundings {
  return {
    rules: settingsOf(parts.settings, boundarySettings),
    codes: settingsOf(parts.settings, codeSettings),
    buildings: (db, within) => outlinesIn(db, within, parts.clock.now()),
    people: (db, ids) => staffForCases.people(db as never, ids),
    approvers: db => holdersOf(db, 'grid.approve'),
    movePosts: movePostsToGrid,
    followers: gridFollowers(parts),
  }
}

/** What stands today, as outlines that no border may cut; all of it, since a check that left some out would be none. */
async function outlinesIn(db: ReadHandle, within: Bounds, now: Instant): Promise<BuildingOutline[]> {
  const found = await new PlaceReader(db, dayOf(now)).buildingsInBox(within)
  return found.map(({ id, address, name, outline }) => ({
    ...{ id, name: address || name },
    outline: outline.map(fromDegrees),
  }))
}
