import type { gridTree } from '#modules/grid/common/index.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'
import { gridTilesOf, WanggeMap } from '#platform/map/ui/index.ts'
import { useAnswer, useClient, useText } from '#platform/ui/ui/index.ts'
import { fieldCaseMessages } from './messages.ts'

/** About 150 metres each way: the yard and the streets that lead to it. */
const aroundDegrees = 0.0015

interface PlaceOnMapProps {
  readonly caseId: string
  readonly title: string
  readonly place: Point
}

/** Where to walk to, when the report came without an address. */
export function PlaceOnMap({ caseId, title, place }: PlaceOnMapProps) {
  const t = useText(fieldCaseMessages)
  const client = useClient()
  const tree = useAnswer('grid.tree', () => client.query<typeof gridTree>('grid.tree', { deepestLevel: 1 }))
  if (tree.state === 'loading') return null
  const { lon, lat } = place
  return (
    <div className="f-map">
      <WanggeMap
        label={t('case.on-map')}
        bounds={[lon - aroundDegrees, lat - aroundDegrees, lon + aroundDegrees, lat + aroundDegrees]}
        gridTiles={tree.answer ? gridTilesOf(tree.answer.version) : null}
        points={[{ id: caseId, place, shape: 'flag', tone: 'mine', title, isItself: true }]}
      />
    </div>
  )
}
