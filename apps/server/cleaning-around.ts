import type { Kysely } from 'kysely'
import { cleaningSettings } from '#modules/cleaning/common/index.ts'
import type { Section, Surroundings } from '#modules/cleaning/server/index.ts'
import { type PlacedLine, LineReader, PostOnReader } from '#modules/places/server/index.ts'
import { shiftsOf } from '#modules/routing/server/index.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { settingsOf } from '#platform/settings/server/index.ts'
import { placesWithNames } from './cases-for-diary.ts'
import type { Parts } from './modules.ts'
import { clocksAt } from './who-is-where.ts'

const toSection = ({ id, name, gridPath, lengthMetres, areaSquareMetres, point }: PlacedLine): Section => ({
  ...{ id, name, gridPath, lengthMetres, areaSquareMetres, point },
})

/** What cleaning asks of lines, the posts on them, shifts and the clock of the place. */
export function cleaningAround({ grids, calendars, settings, staff }: Parts): Surroundings {
  const { read, root, names } = placesWithNames(grids)
  const whole = (db: unknown) => db as Kysely<unknown>
  return {
    settings: settingsOf(settings, cleaningSettings),
    calendarAt: clocksAt(grids, calendars).calendarAt,
    places: { read, root, names },
    sections: {
      async find(db, id, now) {
        const line = await new LineReader(db, dayOf(now)).find(id)
        return line?.kind === 'cleaning-section' ? toSection(line) : undefined
      },
      within: async (db, path, now) =>
        (await new LineReader(db, dayOf(now)).listIn('cleaning-section', path)).map(toSection),
      async cleaners(db, ids, now) {
        const standing = await new PostOnReader(db, dayOf(now)).onThings('line', ids)
        const sweeping = standing.filter(({ duty }) => duty === 'cleaner')
        return new Map(
          [...Map.groupBy(sweeping, one => one.thingId)].map(([id, own]) => [id, own.map(({ postId }) => postId)]),
        )
      },
      async ofPost(db, postId, now) {
        const on = dayOf(now)
        const standing = await new PostOnReader(db, on).ofPosts([postId])
        const lines = new LineReader(db, on)
        const own = standing.filter(({ thingKind, duty }) => thingKind === 'line' && duty === 'cleaner')
        const found = await Promise.all(own.map(({ thingId }) => lines.find(thingId)))
        return found.flatMap(line => (line ? [toSection(line)] : []))
      },
    },
    staff: {
      async holders(db, ids) {
        const posts = await staff.posts.byIds(whole(db), ids)
        return new Map(posts.flatMap(({ postId, holder }) => (holder ? [[postId, holder.personId] as const] : [])))
      },
      people: (db, ids) => staff.directory.people(db as never, ids),
      shifts: (db, postId, from, until) => shiftsOf(db, postId, from, until),
    },
  }
}
