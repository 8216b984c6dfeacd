import type { Kysely } from 'kysely'
import type { Holder, Surroundings } from '#modules/campaigns/server/index.ts'
import { procedureSettings } from '#modules/cases/common/index.ts'
import { noteOnCase, openCase, readKnownCases } from '#modules/cases/server/index.ts'
import type { Post } from '#modules/identity/common/index.ts'
import { PostDirectory, UnitDirectory } from '#modules/identity/server/index.ts'
import { settingsOf } from '#platform/settings/server/index.ts'
import { TimerStore } from '#platform/worktime/server/index.ts'
import type { Parts } from './modules.ts'
import { clocksForCases, placesForCases, staffForCases } from './who-is-where.ts'

/** What campaigns ask of cases, places, posts and work time. */
export function campaignsAround({ grids, calendars, settings, secrets, followKey, passes }: Parts): Surroundings {
  const places = placesForCases(grids)
  const clocks = clocksForCases(grids, calendars)
  const procedure = settingsOf(settings, procedureSettings)
  const opening = { procedure, clocks, grids: places, secrets, followKey }
  return {
    cases: {
      open: (work, { caseId, title, description, place }) =>
        openCase(opening, work, { caseId, title, description, place, source: 'campaign' }),
      note: (work, caseId, text, ref) => noteOnCase(opening, work, caseId, { kind: 'campaign', text, ref }),
      numberOf: async (db, actor, caseId) => (await readKnownCases(db, actor, [caseId]))[0]?.number,
    },
    places: {
      read: places.read,
      names: path => (grids.find(path) ? grids.names(path) : []),
      topName: () => grids.root()?.name ?? '',
    },
    staff: {
      people: (db, ids) => staffForCases.people(db, ids),
      async owner(db, postId) {
        const post = await postWith(db, 'campaigns.manage', postId)
        return post && { title: nameOf(post), personId: post.holder?.personId ?? null }
      },
      async choices(db) {
        const posts = new PostDirectory(db)
        const named = (some: readonly Post[]) => some.map(post => ({ postId: post.id, title: nameOf(post) }))
        const units = await new UnitDirectory(db).withPermission('campaigns.handle')
        return {
          owners: named(await posts.withPermission('campaigns.manage')),
          units: units.map(({ id, name }) => ({ unitId: id, name })),
          posts: named(await posts.withPermission('campaigns.handle')),
        }
      },
      async unit(db, unitId): Promise<Holder | undefined> {
        const [unit] = await new UnitDirectory(db).byIds([unitId])
        const posts = await new PostDirectory(db).withPermission('campaigns.handle')
        const own = posts.filter(post => post.unitId === unitId)
        return unit && own.length > 0 ? { name: unit.name, people: holdersIn(own) } : undefined
      },
      async post(db, postId): Promise<Holder | undefined> {
        const post = await postWith(db, 'campaigns.handle', postId)
        return post && { name: nameOf(post), people: holdersIn([post]) }
      },
    },
    passes,
    lights: now => procedure(now).lights,
    clocks: {
      calendarAt: clocks.calendarAt,
      keep: (tx, subject, path, timers, now) =>
        new TimerStore(calendars).keepTimers(tx, subject, places.districtOf(path), timers, now),
    },
  }
}

async function postWith(db: Kysely<unknown>, permission: string, postId: string): Promise<Post | undefined> {
  return (await new PostDirectory(db).withPermission(permission)).find(post => post.id === postId)
}

const nameOf = ({ title, unitName }: Post) => `${unitName}${title}`
const holdersIn = (posts: readonly Post[]) => [...new Set(posts.flatMap(post => post.holder?.personId ?? []))]
