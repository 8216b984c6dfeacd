import { query, type Query } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { locate } from '../../common/contract.ts'
import type { GridIndex } from '../grid-index.ts'
import { readPlace } from '../read-place.ts'
import type { GridTables } from '../tables.ts'

export function locateQuery(index: GridIndex): Query {
  return query<GridTables, typeof locate>(locate, {
    async run(_reading, input) {
      const place = readPlace(index, input)
      return isRefusal(place) ? place : { ...place, names: [...place.names] }
    },
  })
}
