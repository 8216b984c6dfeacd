import type { BoundaryEdit } from '#modules/grid/common/index.ts'
import type { ProposedGrid } from './contract.ts'

type Drawn = Pick<ProposedGrid, 'keeps' | 'name' | 'isChanged' | 'polygons'> & {
  readonly from: readonly { readonly path: string }[]
}

/** The steps of a draft that make a proposal hold: one for each grid above of which something changes. */
export function cuttingSteps(families: readonly { readonly grids: readonly Drawn[] }[]): BoundaryEdit[] {
  return families.flatMap(({ grids }): BoundaryEdit[] => {
    const changed = grids.filter(({ isChanged }) => isChanged)
    if (changed.length === 0) return []
    const paths = [...new Set(changed.flatMap(({ from }) => from.map(({ path }) => path)))]
    const parts = changed.map(({ keeps, name, polygons }) => {
      const polygon = { type: 'MultiPolygon' as const, coordinates: polygons }
      return { keeps, name, polygon }
    })
    return [{ do: 'recut', paths, parts }]
  })
}
