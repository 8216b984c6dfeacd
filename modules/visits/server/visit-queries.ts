import { type Query, query } from '#platform/commands/server/command.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import * as contract from '../common/contract.ts'
import { presentVisits, whole } from './present.ts'
import type { Surroundings } from './surroundings.ts'
import type { VisitsTables } from './tables.ts'
import { aboutOf } from './visit-commands.ts'
import { VisitReader, type VisitRow } from './visit-store.ts'

export const visitQueries = (around: Surroundings): readonly Query[] => [dueVisits(around), listVisits(around)]

const dueVisits = (around: Surroundings) =>
  query<VisitsTables, typeof contract.dueVisits>(contract.dueVisits, {
    async run({ read, actor, now }, { days }) {
      const due = await around.library.due(whole(read), actor, dayOf(now, days))
      const visits = new VisitReader(read, actor)
      const latest = await visits.latestOf([...new Set(due.map(one => one.personId))])
      const names = await around.people(whole(read), [...new Set([...latest.values()].map(row => row.owner_id))])
      return {
        rows: due.map(({ title, ...one }) => ({
          ...{ ...one, name: title, gridNames: [...around.places.names(one.gridPath)] },
          last: lastOf(around, latest.get(one.personId), names, actor.personId),
        })),
      }
    },
  })

/** What I said last time; what a colleague said is opened on its own, since that is on record. */
function lastOf(
  { secrets }: Surroundings,
  row: VisitRow | undefined,
  names: ReadonlyMap<string, string>,
  readerId: string,
): contract.DueVisit['last'] {
  if (!row) return null
  const isOwn = row.owner_id === readerId
  const text = isOwn && row.text_sealed ? secrets.open(row.text_sealed, aboutOf(row.id, 'text')) : ''
  return { visitId: row.id, at: row.at, byName: names.get(row.owner_id) ?? null, text, meeting: row.meeting }
}

const listVisits = (around: Surroundings) =>
  query<VisitsTables, typeof contract.listVisits>(contract.listVisits, {
    async run({ read, actor }, { thingId, ...asked }) {
      // Nobody visits a home: they visit those who live there.
      const toAny = thingId ? [thingId, ...(await around.library.livingIn(whole(read), actor, thingId))] : undefined
      const { rows, next } = await new VisitReader(read, actor).list({ ...asked, toAny })
      return { rows: [...(await presentVisits(around, whole(read), actor, rows))], next }
    },
  })
