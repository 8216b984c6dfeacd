import { query, type Query } from '#platform/commands/server/command.ts'
import { partsOf, polygonOf } from '../../common/boundaries/cell.ts'
import { boundaries } from '../../common/contract-drafts.ts'
import { refuse } from '../../common/refusals.ts'
import { partsOfShape } from '../cells/shapes.ts'
import type { GridIndex } from '../grid-index.ts'
import type { GridTables } from '../tables.ts'
import { isInside } from '#platform/authz/common/grants.ts'

/** Boundaries for other programs, whichever way their rings ran when they came in. */
export function boundariesQuery(index: GridIndex): Query {
  return query<GridTables, typeof boundaries>(boundaries, {
    async run(_reading, { under }) {
      if (under !== undefined && !index.find(under)) return refuse['not-found']()
      const { cells, grids } = index.shapes()
      const features = [...grids.entries()].flatMap(
        ([position, { path, level, kind, name, code, areaSquareMetres }]) => {
          if (under !== undefined && !isInside(path, under)) return []
          const parts = partsOf({ type: 'MultiPolygon', coordinates: partsOfShape(cells.shapes, position) })
          const { type, coordinates } = polygonOf(parts)
          const properties = { path, level, kind, name, code, area: Math.round(areaSquareMetres * 10) / 10 }
          return [{ type: 'Feature' as const, properties, geometry: { type, coordinates: [...coordinates] } }]
        },
      )
      return { type: 'FeatureCollection' as const, features }
    },
  })
}
