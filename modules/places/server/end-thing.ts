import { type Command, command, type Work } from '#platform/commands/server/command.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { instantOf } from '#platform/kernel/common/instant.ts'
import { endThing } from '../common/contract-end.ts'
import { refuse } from '../common/refusals.ts'
import { groundOf, placeSubject, tellOf } from './commands.ts'
import { type EndingKind, EndStore } from './end-store.ts'
import { PlaceReader } from './place-store.ts'
import { PostOnReader } from './post-on-store.ts'
import { mayEditAt } from './present.ts'
import type { Surroundings } from './surroundings.ts'
import type { PlacesTables } from './tables.ts'

/** What was pulled down or closed ends with a day, once nobody lives or answers there any more. */
export function endThingCommand({ homesIn }: Surroundings): Command {
  return command<PlacesTables, typeof endThing>(endThing, {
    subject: ({ thing }) => ({ kind: placeSubject, id: thing.id }),
    async run(work, { thing: { kind, id }, day }) {
      const store = new EndStore(work.tx)
      await store.hold(kind, id)
      const today = dayOf(work.now)
      const paths = await groundOf(work.tx, today, kind, id)
      if (!paths) return refuse['not-found']()
      if (!mayEditAt(work.actor, paths)) return refuse['outside-your-grids']()
      const buildings = kind === 'courtyard' ? await store.buildingsOf(id) : 0
      if (buildings > 0) return refuse['has-buildings']({ count: buildings })
      const doors = await doorsOf(new PlaceReader(work.tx, today), kind, id)
      const homes = doors ? await homesIn(work.tx, doors.buildingId, doors.entranceId) : 0
      if (homes > 0) return refuse['has-homes']({ count: homes })
      const posts = await postsOn(work, today, kind, id)
      if (posts > 0) return refuse['has-posts']({ count: posts })
      const earliest = dayAfter(await store.lastBegun(kind, id))
      const latest = dayOf(work.now, 1)
      if (day < earliest || day > latest) return refuse['day-does-not-fit']({ earliest, latest })
      await store.end(kind, id, day)
      tellOf(work, id, paths)
      return { id, day }
    },
  })
}

/** Behind which doors homes are asked for; nobody lives in a courtyard or on a line itself. */
async function doorsOf(places: PlaceReader, kind: EndingKind, id: string) {
  if (kind === 'building') return { buildingId: id, entranceId: null }
  const entrance = kind === 'entrance' ? await places.findEntrance(id) : undefined
  return entrance && { buildingId: entrance.buildingId, entranceId: id }
}

/** Posts on it, and on the entrances that end along with a building. */
async function postsOn(work: Work<PlacesTables>, today: string, kind: EndingKind, id: string): Promise<number> {
  const reader = new PostOnReader(work.tx, today)
  const own = await reader.onThings(kind, [id])
  if (kind !== 'building') return own.length
  const entrances = await new PlaceReader(work.tx, today).entrancesOf([id])
  const below = await reader.onThings(
    'entrance',
    entrances.map(entrance => entrance.id),
  )
  return own.length + below.length
}

const dayAfter = (day: string): string => instantOf(Date.parse(day) + 86_400_000).slice(0, 10)
