import { gridTilesOf, Legend, type MapBounds, WanggeMap, type WanggeMapProps } from '#platform/map/ui/index.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { TreeGrid } from '../common/contract.ts'
import type { GridKind } from '../common/grid.ts'
import { gridMessages } from '../common/messages.ts'

interface GridMapProps extends Pick<WanggeMapProps, 'ownGrid' | 'chosenGrid' | 'onChooseGrid' | 'onView' | 'onReady'> {
  readonly version: number
  readonly bounds: MapBounds
  readonly grids: readonly TreeGrid[]
}

/** Communities, villages and schools are all small grids (mission A1), so they share a border on the map. */
const isSmall = (kind: GridKind) => kind === 'community' || kind === 'village' || kind === 'school'

/** The grids on the map, with what the borders mean. */
export function GridMap({ version, bounds, grids, ...shown }: GridMapProps) {
  const t = useText(gridMessages)
  const kinds = new Map(grids.map(({ level, kind }) => [Math.min(level, 4) as 1 | 2 | 3 | 4, kind]))
  const borders = [...kinds]
    .sort(([a], [b]) => a - b)
    .map(([level, kind]) => ({
      border: `grid-${level}` as const,
      text: t(`border.${isSmall(kind) ? 'small' : kind}`),
    }))
  const own = shown.ownGrid ? [{ border: 'grid-own' as const, text: t('map.legend.own') }] : []
  return (
    <WanggeMap {...shown} label={t('map.label')} bounds={bounds} gridTiles={gridTilesOf(version)}>
      <Legend borders={[...borders, ...own, { border: 'grid-chosen', text: t('map.legend.chosen') }]} />
    </WanggeMap>
  )
}
