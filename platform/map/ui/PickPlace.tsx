import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { type Point, roundDegrees } from '#platform/kernel/common/geometry.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { Button } from '#platform/ui/ui/Button.tsx'
import { TextField } from '#platform/ui/ui/Field.tsx'
import { coordinateText, readCoordinates } from '../common/coordinates.ts'
import { mapMessages } from '../common/messages.ts'
import { lightColours } from '#platform/ui/tokens.ts'
import { type MapHandle, WanggeMap, type WanggeMapProps } from './WanggeMap.tsx'

interface PickPlaceProps
  extends Pick<WanggeMapProps, 'bounds' | 'baseMap' | 'gridTiles' | 'ownGrid' | 'points' | 'onChoosePoint'> {
  readonly value: Point | null
  /** `isTyped`: the numbers came from somewhere else, so they may be in another order or frame. */
  readonly onPick: (place: Point, isTyped: boolean) => void
  /** What is known about the chosen place: its grid, or why it cannot be taken. */
  readonly note?: ReactNode
}

const step = 40
const fineStep = 4
const pickZoom = 17
const moves: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/**
 * Choosing a place: the cross stays in the middle and the map moves under it, by finger, mouse or arrow keys; Enter or
 * the button takes it. Coordinates may be typed instead, so that the map is never the only way.
 */
export function PickPlace({ value, onPick, note, ...shown }: PickPlaceProps) {
  const t = useText(mapMessages)
  const map = useRef<MapHandle | null>(null)
  const keysId = useId()
  const take = () => {
    const centre = map.current?.centre()
    if (centre) onPick({ lon: roundDegrees(centre.lon), lat: roundDegrees(centre.lat) }, false)
  }
  const press = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLCanvasElement)) return
    const move = moves[event.key]
    if (move)
      map.current?.moveBy(move[0] * (event.shiftKey ? fineStep : step), move[1] * (event.shiftKey ? fineStep : step))
    else if (event.key === 'Enter') take()
    else return
    event.preventDefault()
  }
  const use = (place: Point) => {
    if (Math.abs(place.lat) <= 90) map.current?.goTo(place, pickZoom)
    onPick(place, true)
  }
  return (
    <div className="m-pick">
      <p id={keysId}>{t('pick.keys')}</p>
      {/* Keys are taken from the canvas inside, which has the focus and a name of its own. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className="m-pick-map" onKeyDown={press}>
        <WanggeMap
          {...shown}
          label={t('pick.label')}
          ownKeys
          onClickPlace={place => map.current?.goTo(place)}
          onReady={handle => {
            map.current = handle
            if (value) handle.goTo(value, pickZoom)
          }}
        >
          <Cross />
        </WanggeMap>
      </div>
      <Button onPress={take} isWide>
        {t('pick.here')}
      </Button>
      <TypedPlace onUse={use} />
      <div role="status">
        <p>
          {value
            ? t('pick.chosen', { lon: coordinateText(value.lon), lat: coordinateText(value.lat) })
            : t('pick.none')}
        </p>
        {note}
      </div>
    </div>
  )
}

function TypedPlace({ onUse }: { readonly onUse: (place: Point) => void }) {
  const t = useText(mapMessages)
  const [text, setText] = useState('')
  const [isWrong, setWrong] = useState(false)
  const use = () => {
    const place = readCoordinates(text)
    setWrong(place === null)
    if (place) onUse(place)
  }
  return (
    <>
      <TextField
        label={t('pick.coordinates')}
        hint={t('pick.coordinates-example')}
        value={text}
        onChange={setText}
        {...(isWrong ? { error: t('pick.unreadable') } : {})}
      />
      <Button look="quiet" onPress={use}>
        {t('pick.use')}
      </Button>
    </>
  )
}

function Cross() {
  return (
    <svg className="m-cross" viewBox="0 0 48 48" aria-hidden="true">
      {[
        [7, lightColours.surface],
        [3, lightColours.over],
      ].map(([width, colour]) => (
        <path key={width} d="M24 4v14M24 30v14M4 24h14M30 24h14" stroke={String(colour)} strokeWidth={width} />
      ))}
      <circle cx="24" cy="24" r="3" fill={lightColours.over} stroke={lightColours.surface} />
    </svg>
  )
}
