import type { Kysely } from 'kysely'
import type { Actor } from '#platform/authz/common/grants.ts'
import { type Query, query } from '#platform/commands/server/command.ts'
import * as contract from '../common/contract.ts'
import { refuse } from '../common/refusals.ts'
import { CallReader, type CallRow, mayWith } from './call-store.ts'
import { openSaid } from './said.ts'
import type { Surroundings } from './surroundings.ts'
import type { HelpTables } from './tables.ts'

const whole = (db: Kysely<HelpTables>) => db as unknown as Kysely<unknown>

export const helpQueries = (around: Surroundings): readonly Query[] => [
  onCall(around),
  listCalls(around),
  showCall(around),
]

/**
 * The phones are whole here although the reader may not see those of other grids: these are the posts that answer for
 * the reader’s own ground, and the list is for calling them.
 */
const onCall = ({ places, posts }: Surroundings) =>
  query<HelpTables, typeof contract.onCall>(contract.onCall, {
    async run({ read, actor, now }) {
      const db = whole(read)
      const [own] = actor.postId === null ? [] : await posts.byIds(db, [actor.postId])
      const path = own?.gridPath ?? places.root()?.path
      if (path === undefined) return { gridNames: [], posts: [] }
      const [answering, standing] = await Promise.all([
        posts.answering(db, path, 'help.answer'),
        posts.standing(db, path),
      ])
      const told = new Set(answering.map(({ postId }) => postId))
      const byId = new Map([...standing, ...answering].map(post => [post.postId, post]))
      const shown = [...byId.values()].filter(({ postId }) => postId !== actor.postId)
      const ids = shown.map(({ postId }) => postId)
      const [shifts, phones] = await Promise.all([posts.onShift(db, ids, now), posts.phones(db, ids)])
      return {
        gridNames: [...places.names(path)],
        posts: shown
          .map(({ postId, title, unitName, gridPath, holder }) => ({
            ...{ postId, title, unitName, holder: holder?.name ?? null, phone: phones.get(postId) ?? null },
            gridName: gridPath === null ? null : (places.names(gridPath).at(-1) ?? null),
            ...{ isOnShift: shifts.get(postId) ?? null, isTold: told.has(postId) && holder !== null },
          }))
          .toSorted((a, b) => rankOf(a) - rankOf(b)),
      }
    },
  })

/** First those who can be reached now: a number and somebody there; last those who are off. */
function rankOf({ phone, holder, isOnShift, isTold }: contract.OnCallPost): number {
  if (holder === null) return 4
  if (phone === null) return 3
  if (isOnShift === false) return 2
  return isTold ? 0 : 1
}

const listCalls = (around: Surroundings) =>
  query<HelpTables, typeof contract.listCalls>(contract.listCalls, {
    async run({ read, actor }, asked) {
      const { rows, next } = await new CallReader(read, actor).list(asked)
      return { rows: await linesOf(around, whole(read), actor, rows), next }
    },
  })

const showCall = (around: Surroundings) =>
  query<HelpTables, typeof contract.showCall>(contract.showCall, {
    async run({ read, actor }, { callId }) {
      const calls = new CallReader(read, actor)
      const row = await calls.find(callId)
      if (!row) return refuse['no-such-call']()
      const db = whole(read)
      const [line] = await linesOf(around, db, actor, [row])
      const events = await calls.eventsOf(callId)
      const names = await around.people(db, [...new Set(events.map(({ by_id }) => by_id))])
      const said = events.map(event => openSaid(around.secrets, event.id, event.said_sealed))
      const phones = row.post_id === null ? null : await around.posts.phones(db, [row.post_id])
      return {
        ...line!,
        phone: (row.post_id !== null && phones?.get(row.post_id)) || null,
        // The latest place is where to go.
        place: said.findLast(({ place }) => place !== null)?.place ?? null,
        events: events.map(({ kind, at, by_id, safer, outcome }, i) => ({
          ...{ kind, at, byName: names.get(by_id) ?? null, text: said[i]!.text, safer, outcome },
        })),
        mayAnswer: row.status !== 'ended' && row.owner_id !== actor.personId && mayWith(actor, 'help.answer', row),
        isWithMe: row.status === 'taken' && row.taken_by === actor.personId,
      }
    },
  })

async function linesOf(
  { people, posts, places }: Surroundings,
  db: Kysely<unknown>,
  actor: Actor,
  rows: readonly CallRow[],
): Promise<contract.CallLine[]> {
  if (rows.length === 0) return []
  const ids = rows.flatMap(row => [row.owner_id, ...(row.taken_by === null ? [] : [row.taken_by])])
  const names = await people(db, [...new Set(ids)])
  const own = await posts.byIds(db, [...new Set(rows.flatMap(({ post_id }) => post_id ?? []))])
  const titles = new Map(own.map(post => [post.postId, post.title]))
  return rows.map(row => ({
    ...{ callId: row.id, status: row.status, at: row.at, heardAt: row.heard_at },
    callerName: names.get(row.owner_id) ?? null,
    callerTitle: row.post_id === null ? null : (titles.get(row.post_id) ?? null),
    gridNames: [...places.names(row.further.at(-1) ?? row.grid_path)],
    takenBy: row.taken_by === null ? null : (names.get(row.taken_by) ?? null),
    ...{ takenAt: row.taken_at, safer: row.safer, endedAt: row.ended_at, outcome: row.outcome },
    isMine: row.owner_id === actor.personId,
  }))
}
