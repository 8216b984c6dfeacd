import { Select } from 'antd'
import type { gridsOnDay, gridTree } from '#modules/grid/common/index.ts'
import { byName } from '#platform/ui/office/by-name.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { useSession } from '#platform/ui/office/session.tsx'

interface GridSelectProps {
  readonly id?: string
  readonly label?: string
  readonly placeholder?: string
  readonly value?: string | undefined
  readonly onChange?: (path: string | undefined) => void
  readonly allowClear?: boolean
  /** The grids as they were in force on a day; those of today where none is given. */
  readonly on?: string | undefined
}

/** One grid, by name, among those of one's post and below. */
export function GridSelect({ label, value, onChange, on, ...rest }: GridSelectProps) {
  const { post } = useSession()
  const under = post?.gridPath ? { under: post.gridPath } : {}
  const present = useAsk<typeof gridTree>('grid.tree', under, { enabled: on === undefined })
  const then = useAsk<typeof gridsOnDay>('grid.on-day', { on: on ?? '', ...under }, { enabled: on !== undefined })
  const tree = on === undefined ? present : then
  const grids: readonly { path: string; name: string; level: number }[] = tree.data?.grids ?? []
  const isThere = grids.some(({ path }) => path === value)
  return (
    <Select
      {...rest}
      {...(label ? { 'aria-label': label } : {})}
      value={isThere ? value : null}
      loading={tree.isPending}
      showSearch={byName}
      popupMatchSelectWidth={false}
      style={{ minWidth: '12rem' }}
      options={grids.map(({ path, name, level }) => ({
        value: path,
        label: `${'　'.repeat(Math.max(0, level - 1))}${name}`,
      }))}
      onChange={path => onChange?.(path ?? undefined)}
    />
  )
}
