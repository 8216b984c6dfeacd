import type { Kysely } from 'kysely'
import type { Actor } from '#platform/authz/common/grants.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import type { JobHandler } from '#platform/jobs/server/job.ts'
import { type Instant, instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { likenessOf, mayBeAlike, nearDays, perhaps } from '../../common/likeness/index.ts'
import type { Surroundings } from '../surroundings.ts'
import type { RegistryTables } from '../tables.ts'
import { ThingReader, type ThingRow } from '../thing-store.ts'
import { AlikeWriter, type Proposed } from './alike-store.ts'
import { clearOf, comparablesOf } from './comparables.ts'
import { MeetingReader } from './meeting-store.ts'
import { moveSearch, SearchReader } from './search-store.ts'

/** Compared and committed together: so much is done again after a stop, and so much lies in memory. */
const peopleAtOnce = 1000
/** A job that takes longer than a quarter of an hour is taken for lost; the next turn goes on where this one stopped. */
const longestTurnMs = 8 * 60_000
/** What changed a moment ago may not be committed yet; it is compared in a later turn (local practice). */
const restingMs = 3_600_000

/** Who in the whole library may be the same person as one of these, likely enough that somebody is asked. */
async function alikeTo(
  around: Surroundings,
  read: Kysely<RegistryTables>,
  people: readonly ThingRow[],
): Promise<readonly Proposed[]> {
  const reader = new MeetingReader(read)
  const met = await reader.of(people, rememberedDays)
  const byId = new Map(people.map(row => [row.id, row]))
  const missing = met.flatMap(({ a, b }) => [a, b]).filter(id => !byId.has(id))
  for (const row of await reader.people([...new Set(missing)])) byId.set(row.id, row)
  const clear = new Map([...byId].map(([id, row]) => [id, clearOf(row)]))
  const likely = met.filter(({ a, b, shared }) => {
    const [first, second] = [clear.get(a), clear.get(b)]
    return first && second && mayBeAlike(first, second, shared)
  })
  const wanted = new Set(likely.flatMap(({ a, b }) => [a, b]))
  const opened = await comparablesOf(
    read,
    around,
    [...wanted].map(id => byId.get(id)!),
  )
  return likely.flatMap(({ a, b }) => {
    const likeness = likenessOf(opened.get(a)!, opened.get(b)!)
    return likeness.score < perhaps ? [] : [{ aId: a, bId: b, ...likeness }]
  })
}

// A library has some ten thousand birthdays; as one text each they take little room.
const daysBefore = new Map<string, string>()
function rememberedDays(day: string): string {
  const known = daysBefore.get(day) ?? nearDays(day).join()
  daysBefore.set(day, known)
  return known
}

/** Compares the people of one grid with everybody, and proposes who may be one person. What a turn leaves, the night does. */
async function findAlikeIn(around: Surroundings, db: Db, gridPath: string, now: Instant): Promise<void> {
  const read = db.read() as Kysely<RegistryTables>
  const everything: Actor = {
    ...{ personId: 'registry.find-alike', postId: null, unitId: null },
    grants: [{ permission: 'registry.read', within: { kind: 'subtree', path: gridPath } }],
  }
  const reader = new ThingReader(read, everything)
  const until = performance.now() + longestTurnMs
  for (let after: { title: string; id: string } | undefined; performance.now() < until; ) {
    const page = await reader.list({ kind: 'person', gridPath, after, limit: peopleAtOnce })
    const alike = await alikeTo(around, read, page)
    await db.unitOfWork(tx => new AlikeWriter(tx as never).propose(alike, { at: now, source: `search ${gridPath}` }))
    const last = page.at(-1)
    if (!last || page.length < peopleAtOnce) return
    after = { title: last.title, id: last.id }
  }
}

/**
 * Compares whoever has changed since the last time with everybody; the first time that is all. It goes on where it
 * stopped, however it stopped.
 */
async function findAlikeSince(around: Surroundings, db: Db, now: Instant): Promise<void> {
  const read = db.read() as Kysely<RegistryTables>
  const reader = new SearchReader(read)
  const meetings = new MeetingReader(read)
  const rested = instantOf(millisecondsOf(now) - restingMs)
  const until = performance.now() + longestTurnMs
  for (let place = await reader.place(); performance.now() < until; ) {
    const next = await reader.next(place, rested, peopleAtOnce)
    const to = next.at(-1)
    if (!to) return
    const alike = await alikeTo(around, read, await meetings.people(next.map(({ id }) => id)))
    const from = place
    const isOurs = await db.unitOfWork(async tx => {
      if (!(await moveSearch(tx as never, from, to))) return false
      await new AlikeWriter(tx as never).propose(alike, { at: now, source: 'search' })
      return true
    })
    if (!isOurs) return
    place = to
  }
}

export const findAlikeJobName = 'registry.find-alike'

export const alikeJobs = (around: Surroundings): readonly JobHandler[] => [
  {
    name: findAlikeJobName,
    async run({ db, now, data }) {
      await findAlikeIn(around, db, (data as { gridPath: string }).gridPath, now)
    },
  },
  {
    // In turns through the small hours: the first night of a large library needs some of them, the next ones a moment.
    name: 'registry.find-alike-everywhere',
    cron: '*/10 1-5 * * *',
    async run({ db, now }) {
      await findAlikeSince(around, db, now)
    },
  },
]
