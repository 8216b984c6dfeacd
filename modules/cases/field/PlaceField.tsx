import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { locate } from '#modules/grid/common/index.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import {
  Button,
  Notice,
  sentenceOf,
  Spinner,
  useAnswer,
  useClient,
  usePosition,
  useText,
} from '#platform/ui/ui/index.ts'
import type { FoundPoint } from './found-point.ts'
import { fieldCaseMessages } from './messages.ts'

const PickOnMap = lazy(() => import('./PickOnMap.tsx').then(({ PickOnMap: part }) => ({ default: part })))

interface PlaceFieldProps {
  readonly point: FoundPoint | null
  readonly onPoint: (point: FoundPoint | null) => void
  readonly photoPlace: { readonly lon: number; readonly lat: number } | null
}

/** Where it is: the phone's position by itself, else the photo's, else a point picked by hand. */
export function PlaceField({ point, onPoint, photoPlace }: PlaceFieldProps) {
  const t = useText(fieldCaseMessages)
  const { position, ask } = usePosition()
  const [isPicking, setPicking] = useState(false)
  const hasAsked = useRef(point !== null)
  useEffect(() => {
    if (hasAsked.current) return
    hasAsked.current = true
    ask()
  }, [ask])
  useEffect(() => {
    if (position.state !== 'found') return
    const { lon, lat, accuracyMetres } = position
    onPoint({ lon, lat, accuracyMetres, by: 'phone' })
    // Once for each position found, not for each drawing of the form.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [position])
  const isLost = position.state === 'denied' || position.state === 'failed'
  return (
    <fieldset className="w-field w-group">
      <legend className="w-label">{t('report.place')}</legend>
      <output className="f-place">
        {point ? <FoundGrid point={point} /> : null}
        {!point && position.state === 'asking' ? t('report.asking') : null}
      </output>
      {!point && isLost ? <Notice tone="warn">{t(`report.${position.state}`)}</Notice> : null}
      {isPicking ? (
        <Suspense fallback={<Spinner />}>
          <PickOnMap
            start={point}
            onPick={picked => {
              onPoint({ ...picked, by: 'map' })
              setPicking(false)
            }}
            onClose={() => setPicking(false)}
          />
        </Suspense>
      ) : null}
      <div className="w-row">
        <Button isBusy={position.state === 'asking'} onPress={ask}>
          {t('report.again')}
        </Button>
        <Button onPress={() => setPicking(true)}>{t('report.pick')}</Button>
        {photoPlace && point?.by !== 'photo' ? (
          <Button onPress={() => onPoint({ lon: photoPlace.lon, lat: photoPlace.lat, by: 'photo' })}>
            {t('report.use-photo')}
          </Button>
        ) : null}
      </div>
    </fieldset>
  )
}

function FoundGrid({ point }: { readonly point: FoundPoint }) {
  const t = useText(fieldCaseMessages)
  const client = useClient()
  const { lon, lat } = point
  const asked = useAnswer(`${lon},${lat}`, () => client.query<typeof locate>('grid.locate', { lon, lat }))
  const names = asked.answer?.names ?? []
  // Not to know the grid is no reason to stop: the server finds it when the report arrives.
  const refusal = asked.state === 'failed' && isRefusal(asked.trouble) ? sentenceOf(asked.trouble) : null
  return (
    <>
      <p>
        <strong>{names.length > 0 ? names.join(' › ') : t('report.found-only')}</strong>
      </p>
      <p className="w-soft">
        {point.by === 'phone' && point.accuracyMetres !== undefined
          ? t('report.accuracy', { metres: point.accuracyMetres })
          : null}
        {point.by === 'map' ? t('report.picked') : null}
        {point.by === 'photo' ? t('report.from-photo') : null}
      </p>
      {asked.answer?.noGrid ? <p className="f-warn">{t('report.no-grid')}</p> : null}
      {refusal ? <p className="w-error">{refusal}</p> : null}
    </>
  )
}
