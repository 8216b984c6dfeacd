import type { Kysely, Transaction } from 'kysely'
import { clientNames } from '#modules/exchange/server/index.ts'
import {
  type GridIndex,
  type PostSource,
  type ReadHandle,
  readPlace,
  Responsibility,
} from '#modules/grid/server/index.ts'
import type { CaseClocks, GridLocator, StaffDirectory } from '#modules/cases/server/index.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Timer } from '#platform/worktime/common/index.ts'
import { type TimedSubject, TimerStore, type WorkCalendars } from '#platform/worktime/server/index.ts'
import { PersonDirectory, PostDirectory, UnitDirectory } from '#modules/identity/server/index.ts'
import type { Post } from '#modules/identity/common/index.ts'
import type { Staff } from './staff-memory.ts'

// The three questions that modules ask one another, answered here so that none of them knows the other's inside.

/** Every handle that can read is a Kysely underneath; the modules only ask for the part that they need. */
const whole = (db: ReadHandle) => db as Kysely<unknown>

function toFacts(post: Post) {
  return {
    postId: post.id,
    title: post.title,
    unitName: post.unitName,
    gridPath: post.gridPath,
    holder: post.holder && { personId: post.holder.personId, name: post.holder.name },
  }
}

/** What the grids ask of identity: what a post is called, where it stands, who holds it. */
export const postsForGrids: PostSource = {
  async byIds(db, postIds) {
    return (await new PostDirectory(whole(db)).byIds(postIds)).map(toFacts)
  },
  async holding(db, permission, gridPaths) {
    return (await new PostDirectory(whole(db)).heldOnGrids(gridPaths, permission)).map(toFacts)
  },
}

/** What the cases ask about places. */
export function placesForCases(index: GridIndex, posts: PostSource = postsForGrids): GridLocator {
  const responsibility = new Responsibility(index, posts)
  return {
    read: place => readPlace(index, place),
    root: () => index.root(),
    // Codes grow downwards, so any grid begins with the six digits of its district.
    districtOf: path => index.find(path)?.code.slice(0, 6) ?? index.root()?.code.slice(0, 6) ?? '000000',
    // As many as a large desk has: who of them is on duty is asked afterwards.
    nearestPosts: (db, point, permission) => responsibility.nearestPosts(db, point, permission, 20),
  }
}

/** The people whose posts hold a permission, each once. */
export async function holdersOf(db: ReadHandle, permission: string): Promise<string[]> {
  const posts = await new PostDirectory(whole(db)).withPermission(permission)
  return [...new Set(posts.flatMap(post => (post.holder ? [post.holder.personId] : [])))]
}

/** What the cases ask about people, posts and units. */
export const staffForCases: StaffDirectory = {
  // What a machine did is told under its name, as what a person did.
  async people(db, personIds) {
    const people = await new PersonDirectory(whole(db)).namesOf(personIds)
    const others = personIds.filter(id => !people.has(id))
    return others.length === 0 ? people : new Map([...people, ...(await clientNames(whole(db), others))])
  },
  async posts(db, postIds) {
    const posts = await new PostDirectory(whole(db)).byIds(postIds)
    return new Map(
      posts.map(post => [
        post.id,
        { title: post.title, unitName: post.unitName, holderName: post.holder?.name ?? null },
      ]),
    )
  },
  async units(db, unitIds) {
    return new Map((await new UnitDirectory(whole(db)).byIds(unitIds)).map(unit => [unit.id, unit.name]))
  },
  async unitsHolding(db, permission) {
    return (await new UnitDirectory(whole(db)).withPermission(permission)).map(unit => ({
      unitId: unit.id,
      name: unit.name,
    }))
  },
}

/** Both as the tables say, asked each time. */
export const staffInTables: Staff = { directory: staffForCases, posts: postsForGrids }

/** Twelve digits are district, street and community: the areas that may keep hours of their own. */
const areaDigits = 12

/** The code of the area around a grid, for its work calendar. Management areas have codes of their own kind. */
function areaOf(index: GridIndex, path: string | null): string {
  const code = (path === null ? undefined : index.find(path)?.code) ?? index.root()?.code ?? ''
  return /^[0-9]{6,}$/.test(code) ? code.slice(0, areaDigits) : placesForCases(index).districtOf(path ?? '')
}

/** What limits ask about work time: the calendar of the community, street or district that a place lies in. */
export function clocksAt(index: GridIndex, calendars: WorkCalendars) {
  return {
    calendarAt: (path: string | null) => calendars.of(areaOf(index, path)),
    keep: (
      tx: Transaction<unknown>,
      subject: TimedSubject,
      path: string | null,
      timers: readonly Timer[],
      now: Instant,
    ) => new TimerStore(calendars).keepTimers(tx, subject, areaOf(index, path), timers, now),
  }
}

export function clocksForCases(index: GridIndex, calendars: WorkCalendars): CaseClocks {
  const clocks = clocksAt(index, calendars)
  return {
    calendarAt: clocks.calendarAt,
    change: (subject, path, timers, now) => new TimerStore(calendars).change(subject, areaOf(index, path), timers, now),
    async keep(tx, subject, path, timers, now) {
      await clocks.keep(tx as Transaction<unknown>, subject, path, timers, now)
    },
  }
}
