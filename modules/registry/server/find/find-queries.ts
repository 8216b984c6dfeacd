import type { Actor } from '#platform/authz/common/grants.ts'
import { depthOf } from '#platform/authz/common/grants.ts'
import { type Query, query } from '#platform/commands/server/command.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { findThings } from '../../common/contract/find.ts'
import { inFindingOrder, soughtIn } from '../../common/find-text.ts'
import { presentListed } from '../present.ts'
import type { Surroundings } from '../surroundings.ts'
import { holdsAt } from '../thing-store.ts'
import type { RegistryTables } from '../tables.ts'
import { FindReader } from './find-store.ts'
import { seesBeyond } from './question.ts'

export const findQueries = (around: Surroundings): readonly Query[] => [
  query<RegistryTables, typeof findThings>(findThings, {
    async run({ read, actor, everyPost, now }, { text, limit }) {
      const sought = soughtIn(text, dayOf(now))
      if (sought.by === 'nothing') return { rows: [], isNumber: null }
      if (sought.by === 'number') return { rows: [], isNumber: sought.scheme }
      const own = ownGrids(everyPost)
      const reader = new FindReader(read, actor)
      const near = own.length > 0 ? await reader.byWords(sought, limit, own) : []
      // What is close comes first anyway, so what lies beyond is asked only when the page is not full yet.
      const isWanting = near.length < limit && (own.length === 0 || seesBeyond(actor, own))
      const all = isWanting ? [...near, ...(await reader.byWords(sought, limit))] : near
      const found = [...new Map(all.map(row => [row.id, row])).values()].map(row => ({
        ...row,
        gridPath: row.grid_path,
      }))
      const rows = inFindingOrder(found, sought.text, own).slice(0, limit)
      return { rows: rows.map(row => presentListed(row, holdsAt(actor, row), around.grids.names)), isNumber: null }
    },
  }),
]

/** The grids a person works in: the deepest subtrees their posts hold the reading right for. */
export function ownGrids(everyPost: readonly Actor[]): string[] {
  const paths = everyPost.flatMap(actor =>
    actor.grants.flatMap(({ permission, within }) =>
      within.kind === 'subtree' && ['registry.read', 'registry.read-places'].includes(permission) ? [within.path] : [],
    ),
  )
  const deepest = Math.max(0, ...paths.map(depthOf))
  return [...new Set(paths)].filter(path => depthOf(path) === deepest)
}
