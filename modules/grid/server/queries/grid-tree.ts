import { query, type Query } from '#platform/commands/server/command.ts'
import { gridTree } from '../../common/contract.ts'
import type { Grid } from '../../common/grid.ts'
import { refuse } from '../../common/refusals.ts'
import type { GridIndex } from '../grid-index.ts'
import type { Responsibility } from '../responsibility.ts'
import type { GridTables } from '../tables.ts'

export function treeQuery(index: GridIndex, responsibility: Responsibility): Query {
  return query<GridTables, typeof gridTree>(gridTree, {
    async run({ read }, { under, deepestLevel = 6 }) {
      if (under !== undefined && !index.find(under)) return refuse['not-found']()
      const grids = (under === undefined ? index.all() : index.under(under)).filter(grid => grid.level <= deepestLevel)
      const leads = await responsibility.leads(read, under)
      return {
        version: index.version,
        bounds: boundsFor(index, under),
        grids: grids.map(grid => ({
          ...present(grid),
          lead: leads.get(grid.path) ?? null,
          vacant: !leads.has(grid.path),
        })),
        total: index.all().length,
      }
    },
  })
}

function boundsFor(index: GridIndex, under: string | undefined) {
  const bounds = under === undefined ? index.bounds() : (index.find(under)?.bounds ?? null)
  return bounds && ([...bounds] as [number, number, number, number])
}

export function present({ bounds, ...facts }: Grid) {
  return { ...facts, bounds: [...bounds] as [number, number, number, number] }
}
