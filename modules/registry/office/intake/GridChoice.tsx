import type { useGridsBelow } from './use-writable-grids.ts'

interface GridChoiceProps {
  readonly label: string
  readonly title?: string
  readonly grids: ReturnType<typeof useGridsBelow>
  readonly value: string | undefined
  readonly onChoose: (path: string) => void
}

/** One of the grids that one answers for, in the bar above a sheet. */
export function GridChoice({ label, title, grids, value, onChoose }: GridChoiceProps) {
  return (
    <label title={title}>
      <span>{label}</span>
      <select className="o-select" value={value ?? ''} onChange={event => onChoose(event.target.value)}>
        {grids.map(grid => (
          <option key={grid.path} value={grid.path}>
            {grid.name}
          </option>
        ))}
      </select>
    </label>
  )
}
