import type { Kysely } from 'kysely'
import type { KnownAs } from '#platform/commands/server/define-module.ts'
import { uuidsAmong } from '#platform/kernel/common/uuid.ts'
import type { GridIndex } from './grid-index.ts'
import type { GridTables } from './tables.ts'

/** Grids and drafts of them by their names. */
export const knownGrids = (index: Pick<GridIndex, 'find'>): Readonly<Record<string, KnownAs>> => ({
  grid: {
    names: async (_db, paths) =>
      new Map(paths.flatMap(path => index.find(path) ?? []).map(grid => [grid.path, grid.name])),
  },
  'grid-draft': {
    async names(db, ids) {
      const some = uuidsAmong(ids)
      if (some.length === 0) return new Map()
      const rows = await (db as Kysely<GridTables>)
        .selectFrom('grid.draft')
        .select(['id', 'name'])
        .where('id', 'in', some)
        .execute()
      return new Map(rows.map(({ id, name }) => [id, name]))
    },
  },
})
