import { type Query, query } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract/things.ts'
import { refuse } from '../../common/refusals.ts'
import { presentHistory, presentListed } from '../present.ts'
import type { Surroundings } from '../surroundings.ts'
import { holdsAt, ThingReader } from '../thing-store.ts'
import type { RegistryTables } from '../tables.ts'

export const thingQueries = (around: Surroundings): readonly Query[] => [
  query<RegistryTables, typeof contract.listThings>(contract.listThings, {
    async run({ read, actor }, { cursor, limit, ...asked }) {
      const after = cursor === undefined ? undefined : readCursor(cursor)
      const found = await new ThingReader(read, actor).list({ ...asked, after, limit: limit + 1 })
      const rows = found.slice(0, limit)
      const last = rows.at(-1)
      return {
        rows: rows.map(row => presentListed(row, holdsAt(actor, row), around.grids.names)),
        next: found.length > limit && last ? JSON.stringify([last.title, last.id]) : null,
      }
    },
  }),

  query<RegistryTables, typeof contract.thingHistory>(contract.thingHistory, {
    async run({ read, actor, now }, { thingId }) {
      const row = await new ThingReader(read, actor).find(thingId)
      if (!row) return refuse['no-such-thing']()
      return { entries: await presentHistory(around, { db: read, actor, now }, row) }
    },
  }),
]

/** Anything that is no cursor of ours begins at the beginning. */
function readCursor(text: string): { title: string; id: string } | undefined {
  try {
    const [title, id]: unknown[] = JSON.parse(text)
    return typeof title === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? { title, id } : undefined
  } catch {
    return undefined
  }
}
