import type { gridTree, showGrid } from '#modules/grid/common/index.ts'
import { gridTilesOf, WanggeMap } from '#platform/map/ui/index.ts'
import { Notice, Spinner, useAnswer, useClient, useNow, usePlace, useText } from '#platform/ui/ui/index.ts'
import { dueState } from '#modules/cases/field/index.ts'
import { fieldMessages } from './messages.ts'
import type { Ordered } from './DayPage.tsx'

interface DayMapProps {
  readonly items: readonly Ordered[]
  readonly gridPath: string | null
}

/** The same things on the map; a walk bears its order as numbers. What lies nowhere stands in the list alone. */
export function DayMap({ items, gridPath }: DayMapProps) {
  const t = useText(fieldMessages)
  const client = useClient()
  const { go } = usePlace()
  const now = useNow()
  const tree = useAnswer('grid.tree', () => client.query<typeof gridTree>('grid.tree', { deepestLevel: 1 }))
  const own = useAnswer(`own ${gridPath}`, async () =>
    gridPath ? client.query<typeof showGrid>('grid.show', { path: gridPath }) : null,
  )
  if (tree.state === 'loading' || own.state === 'loading') return <Spinner />
  const bounds = own.answer?.bounds ?? tree.answer?.bounds
  if (!bounds) return null
  const points = items.flatMap(({ item }, at) => {
    if (!item.point) return []
    const state = dueState(item.since, item.dueAt, now)
    const tone = state === 'on-time' ? ('mine' as const) : state
    return [{ id: item.path, place: item.point, shape: 'dot' as const, tone, title: `${at + 1} ${item.title}` }]
  })
  const missing = items.length - points.length
  return (
    <>
      <div className="f-map">
        <WanggeMap
          label={t('day.map-label')}
          bounds={bounds}
          gridTiles={tree.answer ? gridTilesOf(tree.answer.version) : null}
          ownGrid={gridPath}
          points={points}
          onChoosePoint={go}
        />
      </div>
      {missing > 0 ? <Notice>{t('day.no-place', { n: missing })}</Notice> : null}
    </>
  )
}
