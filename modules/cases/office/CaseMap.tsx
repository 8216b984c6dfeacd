import { useAsk } from '#platform/ui/office/ask.ts'
import type { gridTree } from '#modules/grid/common/index.ts'
import { gridTilesOf, type MapBounds, type MapPoint, WanggeMap } from '#platform/map/ui/index.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { caseOfficeMessages } from './messages.ts'
import { useNearby } from './NearbyCases.tsx'
import { pointOf } from './point-of.ts'
import type { ShownCase } from './shown-case.ts'

const aroundDegrees = 0.0025

/** Where it is, with what else lies near by. */
export function CaseMap({ shown }: { readonly shown: ShownCase }) {
  const t = useText(caseOfficeMessages)
  const tree = useAsk<typeof gridTree>('grid.tree', { deepestLevel: 1 })
  const nearby = useNearby(shown, null)
  const bounds = shown.point ? boundsAround(shown.point) : (tree.data?.bounds ?? null)
  if (!bounds) return null
  const others: MapPoint[] = (nearby.data?.cases ?? []).flatMap(one =>
    one.point ? [pointOf({ ...one, place: one.point })] : [],
  )
  const own: MapPoint[] = shown.point
    ? [{ id: shown.caseId, place: shown.point, shape: 'flag', tone: 'mine', title: shown.title, isItself: true }]
    : []
  return (
    <div className="co-map">
      <WanggeMap
        key={shown.caseId}
        label={t('desk.map-of')}
        bounds={bounds}
        gridTiles={tree.data ? gridTilesOf(tree.data.version) : null}
        chosenGrid={shown.noGrid ? null : shown.gridPath}
        points={[...others, ...own]}
      />
    </div>
  )
}

function boundsAround({ lon, lat }: { readonly lon: number; readonly lat: number }): MapBounds {
  return [lon - aroundDegrees, lat - aroundDegrees, lon + aroundDegrees, lat + aroundDegrees]
}
