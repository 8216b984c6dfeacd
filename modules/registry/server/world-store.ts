import { type Kysely, sql, type Transaction } from 'kysely'
import type { Actor } from '#platform/authz/common/grants.ts'
import { jsonValue } from '#platform/db/server/json-value.ts'
import { readCursor } from '#platform/contract/common/cursor.ts'
import { cutPage } from '#platform/contract/common/paging.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Effect, LifeEventKind, World } from '../common/life-event.ts'
import { RelationReader, type RelationRow } from './relation-store.ts'
import { type ThingRow, ThingWriter } from './thing-store.ts'
import type { RegistryTables } from './tables.ts'

export interface LoadedWorld extends World {
  readonly rows: ReadonlyMap<string, ThingRow>
}

/** The named things, what they are joined to, and what those are joined to: enough to say what an event does. */
export async function loadWorld(
  tx: Transaction<RegistryTables>,
  actor: Actor,
  named: readonly string[],
): Promise<LoadedWorld> {
  const reader = new RelationReader(tx)
  const open = async (ids: readonly string[]) => (await reader.of(ids)).filter(row => row.until_on === null)
  const near = await open(named)
  const around = await open(endsOf(near))
  const relations = new Map([...near, ...around].map(row => [row.id, row]))
  const rows = await new ThingWriter(tx, actor).takeAny([...named, ...endsOf([...relations.values()])])
  return {
    rows: new Map(rows.map(row => [row.id, row])),
    things: new Map(
      rows.map(({ id, kind, title, grid_path, state, use, population }) => [
        id,
        { id, kind, title, gridPath: grid_path, state, use, population },
      ]),
    ),
    relations: [...relations.values()].map(({ id, kind, from_id, to_id, role, from_on }) => ({
      ...{ id, kind, fromId: from_id, toId: to_id, role, from: from_on },
    })),
  }
}

const endsOf = (rows: readonly RelationRow[]) => [...new Set(rows.flatMap(row => [row.from_id, row.to_id]))]

export async function addEvent(
  tx: Transaction<RegistryTables>,
  event: {
    readonly id: string
    readonly kind: LifeEventKind
    readonly on: string
    readonly at: Instant
    readonly actor: Actor
    readonly subject: ThingRow
    readonly effects: readonly Effect[]
  },
): Promise<void> {
  await tx
    .insertInto('registry.event')
    .values({
      ...{ id: event.id, kind: event.kind, happened_on: event.on, at: event.at, by_id: event.actor.personId },
      ...{ post_id: event.actor.postId, subject_id: event.subject.id, grid_path: event.subject.grid_path },
      // Names of the newborn are in its own record; here only what was done to which.
      effects: jsonValue(event.effects.map(withoutValues)),
    })
    .execute()
}

function withoutValues(effect: Effect): object {
  if (!('fields' in effect)) return effect
  const { fields, ...rest } = effect
  return { ...rest, fields: Object.keys(fields) }
}

export async function eventsOf(
  db: Kysely<RegistryTables>,
  asked: {
    readonly thingId?: string | undefined
    readonly gridPath?: string | undefined
    readonly limit: number
    readonly cursor?: string | undefined
  },
) {
  const after = readCursor(asked.cursor, ['day', 'instant', 'uuid'])
  const found = await db
    .selectFrom('registry.event')
    .select(['id', 'kind', 'happened_on', 'at', 'by_id', 'subject_id', 'grid_path'])
    .$if(asked.thingId !== undefined, q =>
      q.where(eb =>
        eb.or([
          eb('subject_id', '=', asked.thingId!),
          eb(sql<boolean>`effects @> ${JSON.stringify([{ thingId: asked.thingId }])}::jsonb`, '=', true),
          eb(sql<boolean>`effects @> ${JSON.stringify([{ fromId: asked.thingId }])}::jsonb`, '=', true),
        ]),
      ),
    )
    .$if(asked.gridPath !== undefined, q =>
      q.where(eb => eb.or([eb('grid_path', '=', asked.gridPath!), eb('grid_path', 'like', `${asked.gridPath}.%`)])),
    )
    .$if(after !== null, q =>
      q.where(
        sql<boolean>`(happened_on, at, id) < (${after![0]}::date, ${after![1]}::timestamptz, ${after![2]}::uuid)`,
      ),
    )
    .orderBy('happened_on', 'desc')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(asked.limit + 1)
    .execute()
  return cutPage(found, asked.limit, ({ happened_on, at, id }) => [happened_on, at, id])
}
