import { useState } from 'react'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'
import { gridTilesOf, type MapBounds, PickPlace, type WanggeMapProps } from '#platform/map/ui/index.ts'
import { sentenceOf, useClient } from '#platform/ui/ui/client.tsx'
import { useAnswer } from '#platform/ui/ui/use-answer.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { locate } from '../common/contract.ts'
import { gridMessages } from '../common/messages.ts'
import './grid.css'

interface PlacePickerProps extends Pick<WanggeMapProps, 'ownGrid' | 'points' | 'onChoosePoint'> {
  readonly bounds: MapBounds
  /** The version of the tree, to draw grids under the cross; null where the person may not see the tree. */
  readonly version: number | null
  readonly value: Point | null
  readonly onPick: (place: Point) => void
}

/** Choosing a place for a report, with the grid it belongs to said at once. */
export function PlacePicker({ version, value, onPick, ...shown }: PlacePickerProps) {
  const [isTyped, setTyped] = useState(false)
  const tiles = version === null ? {} : { gridTiles: gridTilesOf(version) }
  return (
    <PickPlace
      {...shown}
      {...tiles}
      value={value}
      onPick={(place, typed) => {
        setTyped(typed)
        onPick(place)
      }}
      note={value && <GridOf place={value} isTyped={isTyped} />}
    />
  )
}

/** Which grid a place lies in, asked of the server; a line that is down keeps nobody from reporting. */
function GridOf({ place: { lon, lat }, isTyped }: { readonly place: Point; readonly isTyped: boolean }) {
  const t = useText(gridMessages)
  const client = useClient()
  const found = useAnswer(`grid.locate ${lon} ${lat}`, () => client.query<typeof locate>('grid.locate', { lon, lat }))
  if (found.state === 'loading') return <p>{t('place.asking')}</p>
  if (found.state === 'failed') {
    const { trouble } = found
    return <p className="g-vacant">{isRefusal(trouble) ? sentenceOf(trouble) : t('place.unknown')}</p>
  }
  const { noGrid, names, note } = found.answer
  return (
    <>
      <p>{noGrid ? t('place.no-grid') : t('place.here', { names: names.join(' · ') })}</p>
      {note && isTyped ? <p>{t(`note.${note}`)}</p> : null}
    </>
  )
}
