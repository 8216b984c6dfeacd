import type { gridTree } from '#modules/grid/common/index.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { useSession } from '#platform/ui/office/session.tsx'

/** The grid of one's post and those below it, with names, for a list to choose from. */
export function useGridsBelow(): readonly { readonly path: string; readonly name: string }[] {
  const { post } = useSession()
  const under = post?.gridPath ?? undefined
  const asked = useAsk<typeof gridTree>('grid.tree', under === undefined ? { deepestLevel: 3 } : { under })
  return (asked.data?.grids ?? []).map(({ path, name }) => ({ path, name }))
}
