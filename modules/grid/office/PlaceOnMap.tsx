import { Button } from 'antd'
import { lazy, Suspense, useId } from 'react'
import type { Point } from '#platform/kernel/common/geometry.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { useSession } from '#platform/ui/office/session.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { gridTree } from '../common/contract.ts'
import { gridOfficeMessages } from './messages.ts'
import '../ui/grid.css'

// The map is large and most pages have none.
const PlacePicker = lazy(() => import('../ui/PlacePicker.tsx').then(({ PlacePicker: picker }) => ({ default: picker })))

interface PlaceOnMapProps {
  readonly title: string
  /** The rank of the title on its page. */
  readonly rank?: 'h2' | 'h4'
  /** What is said while no point is chosen. */
  readonly none: string
  readonly point: Point | null
  readonly onPoint: (point: Point | null) => void
  /** The form was sent without the point that it must have. */
  readonly isMissing?: boolean
}

/** A point in an office form: what is chosen in words, and the map to choose it on. */
export function PlaceOnMap({ title, rank: Title = 'h2', none, point, onPoint, isMissing = false }: PlaceOnMapProps) {
  const t = useText(gridOfficeMessages)
  const titleId = useId()
  const { post } = useSession()
  const tree = useAsk<typeof gridTree>('grid.tree', { deepestLevel: 1 })
  const { bounds, version } = tree.data ?? {}
  return (
    <section className="g-place" aria-labelledby={titleId}>
      <Title id={titleId}>{title}</Title>
      <p {...(isMissing ? { role: 'alert', className: 'o-urgent' } : { 'aria-live': 'polite' })}>
        {point ? t('place.chosen', { lon: point.lon.toFixed(6), lat: point.lat.toFixed(6) }) : none}{' '}
        {point ? (
          <Button size="small" onClick={() => onPoint(null)}>
            {t('place.remove')}
          </Button>
        ) : null}
      </p>
      {bounds && version !== undefined ? (
        <Suspense fallback={null}>
          <PlacePicker
            bounds={bounds}
            version={version}
            value={point}
            onPick={onPoint}
            ownGrid={post?.gridPath ?? null}
          />
        </Suspense>
      ) : null}
    </section>
  )
}
