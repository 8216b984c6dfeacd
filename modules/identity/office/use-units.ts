import type { RowOf } from '#platform/ui/office/ask.ts'
import { useAskList } from '#platform/ui/office/ask.ts'
import { useEffect } from 'react'
import { type listUnits, unitKinds } from '../common/contract.ts'

export type UnitRow = RowOf<typeof listUnits>

/** All units: a town has some dozens, so the tree is fetched whole, page after page. */
export function useUnits() {
  const asked = useAskList<typeof listUnits>('identity.list-units', { limit: 100 })
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = asked
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return asked
}

export interface UnitNode extends UnitRow {
  readonly depth: number
}

/** Parents before their children, each with its depth; beside one another those of a kind, by name. */
export function unitTree(rows: readonly UnitRow[]): UnitNode[] {
  const known = new Set(rows.map(row => row.id))
  const below = (parent: string | null, depth: number): UnitNode[] =>
    rows
      .filter(row => (row.parentId && known.has(row.parentId) ? row.parentId : null) === parent)
      .toSorted((a, b) => unitKinds.indexOf(a.kind) - unitKinds.indexOf(b.kind) || a.name.localeCompare(b.name, 'zh'))
      .flatMap(row => [{ ...row, depth }, ...below(row.id, depth + 1)])
  return below(null, 0)
}
