import { query, type Query } from '#platform/commands/server/command.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { codesElsewhere, schemeNamed } from '../../common/code-scheme.ts'
import type { CodeSettings } from '../../common/code-settings.ts'
import { showGrid } from '../../common/contract.ts'
import { pathsDownTo } from '../../common/grid.ts'
import { refuse } from '../../common/refusals.ts'
import type { GridIndex } from '../grid-index.ts'
import { GridReader } from '../grid-store.ts'
import type { Responsibility } from '../responsibility.ts'
import type { GridTables } from '../tables.ts'
import { present } from './grid-tree.ts'

export function showQuery(
  index: GridIndex,
  responsibility: Responsibility,
  codes: (now: Instant) => CodeSettings,
): Query {
  return query<GridTables, typeof showGrid>(showGrid, {
    async run({ read, now }, { path }) {
      const grid = index.find(path)
      const boundary = await new GridReader(read).findBoundary(path)
      if (!grid || !boundary) return refuse['not-found']()
      const posts = await responsibility.postsOn(read, path)
      return {
        ...present(grid),
        validFrom: boundary.validFrom,
        codesElsewhere: codesElsewhere(schemeNamed(boundary.scheme), grid.code, codes(now).object),
        names: pathsDownTo(path).flatMap(step => {
          const above = index.find(step)
          return above ? [{ path: step, name: above.name }] : []
        }),
        polygon: { type: boundary.polygon.type, coordinates: [...boundary.polygon.coordinates] },
        posts,
        vacancies: posts.filter(({ holder }) => holder === null).length,
        responsible: await responsibility.of(read, path),
        childCount: index.childrenOf(path).length,
      }
    },
  })
}
