import { Select } from 'antd'
import type { gridTree } from '#modules/grid/common/index.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { useSession } from '#platform/ui/office/session.tsx'

interface GridSelectProps {
  readonly id?: string
  readonly label?: string
  readonly placeholder?: string
  readonly value?: string | undefined
  readonly onChange?: (path: string | undefined) => void
  readonly allowClear?: boolean
}

/** One grid, by name, among those of one's post and below. */
export function GridSelect({ label, value, onChange, ...rest }: GridSelectProps) {
  const { post } = useSession()
  const tree = useAsk<typeof gridTree>('grid.tree', post?.gridPath ? { under: post.gridPath } : {})
  const grids = tree.data?.grids ?? []
  return (
    <Select
      {...rest}
      {...(label ? { 'aria-label': label } : {})}
      value={value ?? null}
      loading={tree.isPending}
      showSearch={{ optionFilterProp: 'label' }}
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
