import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { jsonValue } from '#platform/db/server/json-value.ts'
import type { NumberKind } from '../common/campaign.ts'
import { paperNumber } from '../common/campaign.ts'
import type { CampaignsTables, KeptEvent } from './tables.ts'

export type EventRow = Selectable<CampaignsTables['campaigns.event']>

/** What happened to one thing, in order. */
export async function readEvents(db: Kysely<CampaignsTables>, subjectId: string): Promise<EventRow[]> {
  return db.selectFrom('campaigns.event').selectAll().where('subject_id', '=', subjectId).orderBy('serial').execute()
}

/** Whether anything has happened to a thing of any kind under this id. Pages make the ids: each is for one thing only. */
export async function hasHappened(db: Kysely<CampaignsTables>, subjectId: string): Promise<boolean> {
  const first = db.selectFrom('campaigns.event').select('serial').where('subject_id', '=', subjectId).limit(1)
  return (await first.executeTakeFirst()) !== undefined
}

/** The serial is the version of the thing afterwards: two who wrote at once would meet at the key. */
export async function addEvents(
  tx: Transaction<CampaignsTables>,
  events: readonly { readonly subjectId: string; readonly serial: number; readonly event: KeptEvent }[],
): Promise<void> {
  if (events.length === 0) return
  await tx
    .insertInto('campaigns.event')
    .values(
      events.map(({ subjectId, serial, event }) => ({
        ...{ subject_id: subjectId, serial, type: event.type, at: event.at, by_id: event.by },
        body: jsonValue(event) as never,
      })),
    )
    .execute()
}

/** The next number of a kind of paper in a year; holds the counter until the unit of work ends. */
export async function nextNumber(tx: Transaction<CampaignsTables>, kind: NumberKind, year: number): Promise<string> {
  const { last } = await tx
    .insertInto('campaigns.number_counter')
    .values({ kind, year, last: 1 })
    .onConflict(conflict =>
      conflict.columns(['kind', 'year']).doUpdateSet({ last: sql<number>`campaigns.number_counter.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return paperNumber(kind, year, last)
}
