import { boundarySettings } from '#modules/grid/common/index.ts'
import type { Surroundings } from '#modules/places/server/index.ts'
import { settingsOf } from '#platform/settings/server/index.ts'
import { homesIn } from '#modules/registry/server/index.ts'
import type { Parts } from './modules.ts'

/** What buildings, roads and the grid map ask of posts, people and keys. */
export function placesAround({ grids, staff, secrets, settings }: Parts): Surroundings {
  return {
    grids,
    secrets,
    homesIn,
    boundaryRules: settingsOf(settings, boundarySettings),
    posts: staff.posts,
    people: (db, ids) => staff.directory.people(db as never, ids),
  }
}
