import { type Query, query } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract/things.ts'
import { presentListed } from '../present.ts'
import type { Surroundings } from '../surroundings.ts'
import { holdsAt, ThingReader } from '../thing-store.ts'
import type { RegistryTables } from '../tables.ts'
import { readTitleCursor, titleCursor } from './title-cursor.ts'

export const thingQueries = (around: Surroundings): readonly Query[] => [
  query<RegistryTables, typeof contract.listThings>(contract.listThings, {
    async run({ read, actor }, { cursor, limit, ...asked }) {
      const after = readTitleCursor(cursor)
      const found = await new ThingReader(read, actor).list({ ...asked, after, limit: limit + 1 })
      const rows = found.slice(0, limit)
      return {
        rows: rows.map(row => presentListed(row, holdsAt(actor, row), around.grids.names)),
        next: found.length > limit ? titleCursor(rows.at(-1)) : null,
      }
    },
  }),
]
