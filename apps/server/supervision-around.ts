import type { Kysely } from 'kysely'
import { casesForFigures, casesNotAsIn, noteOnCase, raiseOpened, readKnownCases } from '#modules/cases/server/index.ts'
import { procedureSettings } from '#modules/cases/common/index.ts'
import { readAnswers } from '#modules/hotline/server/index.ts'
import { PostDirectory } from '#modules/identity/server/index.ts'
import { type LadderLevel, supervisionSettings } from '#modules/supervision/common/index.ts'
import type { Surroundings } from '#modules/supervision/server/index.ts'
import { settingsOf } from '#platform/settings/server/index.ts'
import type { Parts } from './modules.ts'
import { clocksAt, clocksForCases } from './who-is-where.ts'

/** What supervision asks of cases, posts, places and work time. */
export function supervisionAround({ grids, calendars, settings: book, staff }: Parts): Surroundings {
  const clocks = clocksForCases(grids, calendars)
  const procedure = { procedure: settingsOf(book, procedureSettings), clocks }
  return {
    settings: settingsOf(book, supervisionSettings),
    lights: now => procedure.procedure(now).lights,
    answers: readAnswers,
    cases: {
      known: async (db, actor, caseId) => (await readKnownCases(db, actor, [caseId]))[0],
      byIds: casesForFigures,
      notAsIn: casesNotAsIn,
      raise: (work, caseId, reason) => raiseOpened(procedure, work, caseId, reason),
      note: (work, caseId, note) => noteOnCase(procedure, work, caseId, note),
    },
    staff: {
      units: staff.directory.units as Surroundings['staff']['units'],
      people: staff.directory.people as Surroundings['staff']['people'],
      atLevel,
    },
    clocks: clocksAt(grids, calendars),
    placeName: () => grids.root()?.name ?? '',
    gridNames: paths => new Map(paths.map(path => [path, grids.find(path)?.name ?? path])),
  }
}

type Matter = Parameters<Surroundings['staff']['atLevel']>[2]

/** The levels as posts: the unit's own people, then whoever watches over the place, street before district. */
async function atLevel(db: Kysely<unknown>, level: LadderLevel, { unitId, gridPath }: Matter): Promise<string[]> {
  const posts = new PostDirectory(db)
  const held = async () => {
    if (level === 'handler' || level === 'unit-head') {
      const word = level === 'handler' ? 'supervision.reply' : 'cases.approve'
      return (await posts.withPermission(word)).filter(post => post.unitId === unitId)
    }
    if (level === 'leader') return posts.withPermission('supervision.instruct')
    if (level === 'street-centre')
      return gridPath === null ? [] : posts.responsibleFor(gridPath, 'supervision.issue', ['place'])
    return posts.withPermission('supervision.issue', { reach: ['everywhere'] })
  }
  return [...new Set((await held()).flatMap(post => (post.holder ? [post.holder.personId] : [])))]
}
