import { type KeyboardEvent, useRef, useState } from 'react'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { TreeGrid } from '../common/contract.ts'
import { parentOf, pathsDownTo } from '../common/grid.ts'
import { gridMessages } from '../common/messages.ts'
import { type TreeRow, treeRows } from '../common/tree-rows.ts'
import './grid.css'

interface GridTreeProps {
  readonly grids: readonly TreeGrid[]
  readonly isWanted: (grid: TreeGrid) => boolean
  /** While searching, everything found is opened. */
  readonly isAllOpen: boolean
  readonly chosen: string | null
  readonly onChoose: (path: string) => void
}

/** The grids as a tree that keys and screen readers know (WAI-ARIA, tree view), each with its lead or "vacant". */
export function GridTree({ grids, isWanted, isAllOpen, chosen, onChoose }: GridTreeProps) {
  const t = useText(gridMessages)
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set([...topOf(grids), ...above(chosen)]))
  const [held, setHeld] = useState(chosen)
  const [lastChosen, setLastChosen] = useState(chosen)
  if (chosen !== lastChosen) {
    setLastChosen(chosen)
    setOpen(new Set([...open, ...above(chosen)]))
    setHeld(chosen)
  }
  const list = useRef<HTMLUListElement>(null)
  const rows = treeRows(grids, { isWanted, isOpen: path => isAllOpen || open.has(path) })
  const present = rows.find(({ grid }) => grid.path === held) ?? rows[0]

  const focus = (row: TreeRow | undefined) => {
    if (!row) return
    setHeld(row.grid.path)
    list.current?.querySelector<HTMLElement>(`[data-path="${row.grid.path}"]`)?.focus()
  }
  const toggle = ({ grid: { path } }: TreeRow, isOpen: boolean) =>
    setOpen(before => (isOpen ? new Set([...before, path]) : new Set([...before].filter(other => other !== path))))

  const press = (event: KeyboardEvent, row: TreeRow) => {
    const at = rows.indexOf(row)
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focus(rows[at + 1]),
      ArrowUp: () => focus(rows[at - 1]),
      Home: () => focus(rows[0]),
      End: () => focus(rows.at(-1)),
      ArrowRight: () => (row.hasChildren && !row.isOpen ? toggle(row, true) : focus(rows[at + 1])),
      ArrowLeft: () =>
        row.isOpen ? toggle(row, false) : focus(rows.find(({ grid }) => grid.path === parentOf(row.grid.path))),
      Enter: () => onChoose(row.grid.path),
      ' ': () => onChoose(row.grid.path),
    }
    const act = acts[event.key]
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    act()
  }
  return (
    <ul className="g-tree" role="tree" aria-label={t('tree.title')} ref={list}>
      {rows.map(row => (
        <TreeItem
          key={row.grid.path}
          row={row}
          isChosen={row.grid.path === chosen}
          isStop={row === present}
          onKeyDown={event => press(event, row)}
          onToggle={() => toggle(row, !row.isOpen)}
          onChoose={() => onChoose(row.grid.path)}
        />
      ))}
    </ul>
  )
}

const topOf = (grids: readonly TreeGrid[]) => (grids[0] ? [grids[0].path] : [])
const above = (path: string | null) => (path === null ? [] : pathsDownTo(path).slice(0, -1))

interface TreeItemProps {
  readonly row: TreeRow
  readonly isChosen: boolean
  readonly isStop: boolean
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onToggle: () => void
  readonly onChoose: () => void
}

function TreeItem({ row, isChosen, isStop, onKeyDown, onToggle, onChoose }: TreeItemProps) {
  const t = useText(gridMessages)
  const { grid } = row
  return (
    // The keys are taken one level up in meaning: each item answers to the tree's arrow keys, Enter and Space.
    <li
      className={isChosen ? 'g-item g-chosen' : 'g-item'}
      role="treeitem"
      aria-level={row.depth}
      aria-posinset={row.position}
      aria-setsize={row.brothers}
      aria-selected={isChosen}
      {...(row.hasChildren ? { 'aria-expanded': row.isOpen } : {})}
      tabIndex={isStop ? 0 : -1}
      data-path={grid.path}
      style={{ paddingInlineStart: `${row.depth - 1}rem` }}
      onKeyDown={onKeyDown}
      onClick={onChoose}
    >
      <span
        className="g-twist"
        aria-hidden="true"
        onClick={event => {
          event.stopPropagation()
          if (row.hasChildren) onToggle()
        }}
      >
        {row.hasChildren ? <Twist isOpen={row.isOpen} /> : null}
      </span>
      <span className="g-name">{grid.name}</span>
      <LeadMark lead={grid.lead} text={grid.lead === null ? t('tree.vacant') : grid.lead} />
    </li>
  )
}

/** Drawn, not written: the triangles of Unicode are missing from many Chinese fonts. */
function Twist({ isOpen }: { readonly isOpen: boolean }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12">
      <path d={isOpen ? 'M1 3h10l-5 6z' : 'M3 1v10l6-5z'} fill="currentColor" />
    </svg>
  )
}

function LeadMark({ lead, text }: { readonly lead: string | null; readonly text: string }) {
  return <span className={lead === null ? 'g-lead g-vacant' : 'g-lead'}>{text}</span>
}
