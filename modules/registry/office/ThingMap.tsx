import { useMemo } from 'react'
import type { Point } from '#platform/kernel/common/geometry.ts'
import { gridTilesOf, type MapBounds, type MapPoint, WanggeMap } from '#platform/map/ui/index.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { registryOfficeMessages } from './messages.ts'

interface ThingMapProps {
  readonly id: string
  readonly title: string
  readonly point: Point
  readonly version: number
}

/** Some two hundred metres each way. */
const around = 0.002

export function ThingMap({ id, title, point, version }: ThingMapProps) {
  const t = useText(registryOfficeMessages)
  const { lon, lat } = point
  const points = useMemo(
    (): MapPoint[] => [{ id, place: { lon, lat }, shape: 'square', tone: 'on-time', title }],
    [id, lon, lat, title],
  )
  const bounds: MapBounds = [lon - around, lat - around, lon + around, lat + around]
  return (
    <WanggeMap label={t('where.map', { title })} bounds={bounds} gridTiles={gridTilesOf(version)} points={points} />
  )
}
