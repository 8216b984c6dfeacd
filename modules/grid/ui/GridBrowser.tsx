import { type ReactNode, useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { boundsTouch, type MapBounds, type MapHandle } from '#platform/map/ui/index.ts'
import { Button } from '#platform/ui/ui/Button.tsx'
import { TextField } from '#platform/ui/ui/Field.tsx'
import { Checkbox } from '#platform/ui/ui/Toggle.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { gridTree, TreeGrid } from '../common/contract.ts'
import { gridMessages } from '../common/messages.ts'
import { isNamed } from '../common/tree-rows.ts'
import { GridMap } from './GridMap.tsx'
import { GridTree } from './GridTree.tsx'

type Tree = OutputOf<typeof gridTree>

interface GridBrowserProps {
  readonly tree: Tree
  readonly ownGrid: string | null
  readonly chosen: string | null
  readonly onChoose: (path: string) => void
  /** How list and map stand on the page: beside each other in the office, below each other in the field. */
  readonly arrange: (list: ReactNode, map: ReactNode) => ReactNode
}

/** List and map of the same grids: what the map shows is in the list, what is chosen in one is chosen in the other. */
export function GridBrowser({ tree, ownGrid, chosen, onChoose, arrange }: GridBrowserProps) {
  const [view, setView] = useState<MapBounds | null>(null)
  const [map, setMap] = useState<MapHandle | null>(null)
  const choose = (path: string) => {
    onChoose(path)
    const grid = tree.grids.find(each => each.path === path)
    if (grid) map?.fit(grid.bounds)
  }
  const own = tree.grids.find(({ path }) => path === ownGrid)
  const first = tree.grids.find(({ path }) => path === chosen) ?? own
  const whole = tree.bounds ?? ([-180, -60, 180, 75] as const)
  return arrange(
    <GridList
      grids={tree.grids}
      view={view}
      chosen={chosen}
      onChoose={choose}
      onWhole={() => map?.fit(whole)}
      key={tree.version}
    />,
    <GridMap
      version={tree.version}
      bounds={first?.bounds ?? whole}
      grids={tree.grids}
      ownGrid={ownGrid}
      chosenGrid={chosen}
      onChooseGrid={onChoose}
      onView={({ bounds }) => setView(bounds)}
      onReady={setMap}
    />,
  )
}

interface GridListProps {
  readonly grids: readonly TreeGrid[]
  readonly view: MapBounds | null
  readonly chosen: string | null
  readonly onChoose: (path: string) => void
  readonly onWhole: () => void
}

function GridList({ grids, view, chosen, onChoose, onWhole }: GridListProps) {
  const t = useText(gridMessages)
  const [typed, setTyped] = useState('')
  const [isVacantOnly, setVacantOnly] = useState(false)
  const isSeen = (grid: TreeGrid) => view === null || boundsTouch(grid.bounds, view)
  const isWanted = (grid: TreeGrid) => isSeen(grid) && isNamed(grid, typed) && (!isVacantOnly || grid.vacant)
  const count = grids.filter(isWanted).length
  if (grids.length === 0) return <p className="g-none">{t('tree.empty')}</p>
  return (
    <div className="g-list">
      <TextField type="search" label={t('tree.search')} value={typed} onChange={setTyped} />
      <Checkbox label={t('tree.vacant-only')} isOn={isVacantOnly} onChange={setVacantOnly} />
      <p role="status" className="g-soft">
        {t('tree.count', { shown: count, total: grids.length })}
      </p>
      <Button look="quiet" onPress={onWhole}>
        {t('tree.everything')}
      </Button>
      {count === 0 ? <p className="g-none">{t('tree.none-here')}</p> : null}
      <GridTree
        grids={grids}
        isWanted={isWanted}
        isAllOpen={typed.trim() !== '' || isVacantOnly}
        chosen={chosen}
        onChoose={onChoose}
      />
    </div>
  )
}
