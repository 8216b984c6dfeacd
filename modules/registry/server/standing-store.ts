import { type Kysely, sql } from 'kysely'
import type { RegistryTables, ThingState } from './tables.ts'
import type { ThingRow } from './thing-store.ts'

/** What a thing was and where it lay on a day. */
export interface Standing {
  readonly state: ThingState
  readonly endedOn: string | null
  readonly gridPath: string
}

/**
 * A past day of a thing: its state by the life events up to then, and the grid of the home that it belonged to. What no
 * event ended, such as a merge, stands until the day it ended.
 */
export async function standingOn(
  db: Kysely<RegistryTables>,
  row: Pick<ThingRow, 'id' | 'state' | 'ended_on' | 'grid_path'>,
  on: string,
): Promise<Standing> {
  const { rows } = await sql<{ state: ThingState; on: string }>`
    select effect ->> 'state' as state, happened_on::text as on
    from registry.event, jsonb_array_elements(effects) effect
    where effects @> ${JSON.stringify([{ thingId: row.id }])}::jsonb
      and effect ->> 'do' = 'state' and effect ->> 'thingId' = ${row.id} and happened_on <= ${on}
    order by happened_on desc, at desc limit 1`.execute(db)
  const home = await sql<{ path: string }>`select grid_path as path from registry.span
    where thing_id = ${row.id} and from_on <= ${on}::date and until_on > ${on}::date limit 1`.execute(db)
  const gridPath = home.rows[0]?.path ?? row.grid_path
  const [last] = rows
  if (last) return { state: last.state, endedOn: last.state === 'current' ? null : last.on, gridPath }
  const hasEnded = row.ended_on !== null && row.ended_on <= on
  return hasEnded
    ? { state: row.state, endedOn: row.ended_on, gridPath }
    : { state: 'current', endedOn: null, gridPath }
}
