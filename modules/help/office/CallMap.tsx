import type { gridTree } from '#modules/grid/common/index.ts'
import { gridTilesOf, type MapBounds, WanggeMap } from '#platform/map/ui/index.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { helpOfficeMessages } from './messages.ts'

interface Place {
  readonly lon: number
  readonly lat: number
}

/** About 250 m to each side: the houses around, and the way there. */
const aroundDegrees = 0.0025

/** Where the caller was last known to be, as a flag. */
export function CallMap({ place, title }: { readonly place: Place; readonly title: string }) {
  const t = useText(helpOfficeMessages)
  const tree = useAsk<typeof gridTree>('grid.tree', { deepestLevel: 1 })
  return (
    <div className="h-map">
      <WanggeMap
        key={`${place.lon} ${place.lat}`}
        label={t('call.map')}
        bounds={boundsAround(place)}
        gridTiles={tree.data ? gridTilesOf(tree.data.version) : null}
        points={[{ id: 'place', place, shape: 'flag', tone: 'over', title }]}
      />
    </div>
  )
}

function boundsAround({ lon, lat }: Place): MapBounds {
  return [lon - aroundDegrees, lat - aroundDegrees, lon + aroundDegrees, lat + aroundDegrees]
}
