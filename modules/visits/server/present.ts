import type { Kysely } from 'kysely'
import type { Actor } from '#platform/authz/common/grants.ts'
import type { Visit } from '../common/contract.ts'
import type { Surroundings } from './surroundings.ts'
import type { VisitsTables } from './tables.ts'
import type { VisitRow } from './visit-store.ts'

export const whole = (db: Kysely<VisitsTables>) => db as unknown as Kysely<unknown>

/** Visits as they leave the building: without their words, and with the names of those whom the reader may see. */
export async function presentVisits(
  { library, people, places }: Surroundings,
  db: Kysely<unknown>,
  actor: Actor,
  rows: readonly VisitRow[],
): Promise<readonly Visit[]> {
  const ids = [...new Set(rows.flatMap(row => row.thing_ids))]
  const things = ids.length === 0 ? [] : await library.things(db, actor, ids)
  const titles = new Map(things.map(thing => [thing.thingId, thing.title]))
  const owners = [...new Set(rows.map(row => row.owner_id))]
  const names = owners.length === 0 ? new Map<string, string>() : await people(db, owners)
  return rows.map(row => ({
    ...{ visitId: row.id, kind: row.kind, at: row.at, byName: names.get(row.owner_id) ?? null },
    ...{ gridPath: row.grid_path, gridNames: [...places.names(row.grid_path)] },
    whom: row.thing_ids.flatMap(thingId => {
      const name = titles.get(thingId)
      return name === undefined ? [] : [{ thingId, name }]
    }),
    ...{ topic: row.topic, meeting: row.meeting, consent: row.consent, outcome: row.outcome },
    ...{ dueOn: row.due_on, reached: row.reached, cases: [...row.cases] },
  }))
}
