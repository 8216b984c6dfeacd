import { depthOf } from '#platform/authz/common/grants.ts'
import { query, type Query } from '#platform/commands/server/command.ts'
import { gridsOnDay } from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import type { GridIndex } from '../grid-index.ts'
import type { GridTables } from '../tables.ts'

export function onDayQuery(index: GridIndex): Query {
  return query<GridTables, typeof gridsOnDay>(gridsOnDay, {
    async run({ read }, { on, under }) {
      const history = await index.history(read)
      const then = under === undefined ? null : history.at(under, on)
      if (then?.kind === 'never') return refuse['not-found']()
      const tops =
        then === null
          ? history.childrenOf(null, on).map(({ path }) => path)
          : then.kind === 'there'
            ? [then.path]
            : then.instead
      const grids = tops.flatMap(top => history.under(top, on))
      return { grids: grids.map(({ path, name }) => ({ path, level: depthOf(path), name })) }
    },
  })
}
