import { procedureSettings } from '#modules/cases/common/index.ts'
import { noteOnCase, readKnownCases } from '#modules/cases/server/index.ts'
import { coordinationSettings } from '#modules/coordination/common/index.ts'
import type { Surroundings } from '#modules/coordination/server/index.ts'
import { PostDirectory } from '#modules/identity/server/index.ts'
import { settingsOf } from '#platform/settings/server/index.ts'
import type { Parts } from './modules.ts'
import { clocksAt, clocksForCases } from './who-is-where.ts'

/** What coordination asks of cases, posts, places and work time. */
export function coordinationAround({ grids, calendars, settings, staff }: Parts): Surroundings {
  const clocks = clocksForCases(grids, calendars)
  const procedure = settingsOf(settings, procedureSettings)
  return {
    settings: settingsOf(settings, coordinationSettings),
    lights: now => procedure(now).lights,
    cases: {
      known: async (db, actor, caseId) => (await readKnownCases(db, actor, [caseId]))[0],
      note: (work, caseId, note) => noteOnCase({ procedure, clocks }, work, caseId, note),
    },
    staff: {
      units: staff.directory.units as Surroundings['staff']['units'],
      people: staff.directory.people as Surroundings['staff']['people'],
      async answering(db, unitId) {
        const posts = await new PostDirectory(db).withPermission('coordination.answer')
        const own = posts.filter(post => post.unitId === unitId)
        return [...new Set(own.flatMap(post => (post.holder ? [post.holder.personId] : [])))]
      },
    },
    groundOf(actor) {
      const within = actor.grants.find(grant => grant.permission === 'coordination.blow')?.within
      return within?.kind === 'subtree' ? within.path : (grids.root()?.path ?? '1')
    },
    clocks: clocksAt(grids, calendars),
  }
}
