import type { Kysely } from 'kysely'
import { procedureSettings } from '#modules/cases/common/index.ts'
import { openCase } from '#modules/cases/server/index.ts'
import { PostDirectory } from '#modules/identity/server/index.ts'
import { patrolSettings } from '#modules/patrol/common/index.ts'
import type { Surroundings } from '#modules/patrol/server/index.ts'
import { settingsOf } from '#platform/settings/server/index.ts'
import { placesWithNames } from './cases-for-diary.ts'
import type { Parts } from './modules.ts'
import { clocksForCases, placesForCases } from './who-is-where.ts'

/** What patrols ask of cases, places and posts. */
export function patrolAround({ grids, calendars, secrets, followKey, settings, staff }: Parts): Surroundings {
  const { read, names } = placesWithNames(grids)
  const clocks = clocksForCases(grids, calendars)
  const procedure = settingsOf(settings, procedureSettings)
  const around = { procedure, clocks, grids: placesForCases(grids), secrets, followKey }
  return {
    settings: settingsOf(settings, patrolSettings),
    secrets,
    cases: { open: (work, opening) => openCase(around, work, { ...opening, source: 'worker' }) },
    places: { read, names },
    staff: {
      people: (db, ids) => staff.directory.people(db as never, ids),
      posts: (db, ids) => staff.directory.posts(db as never, ids),
      walkers: async db => {
        const posts = await new PostDirectory(db as Kysely<unknown>).withPermission('patrol.walk')
        return posts.flatMap(({ id, title, gridPath, holder }) =>
          gridPath === null ? [] : [{ postId: id, title, gridPath, holderName: holder?.name ?? null }],
        )
      },
    },
  }
}
