import { useMemo } from 'react'
import type { TreeGrid } from '#modules/grid/common/index.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'
import { drawingTones, type MapDrawing } from '#platform/map/ui/index.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { useMay } from '#platform/ui/office/session.tsx'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import type { listBuildings, listLines, listOverlays, PostHere } from '../common/contract.ts'
import { placesMessages } from '../common/messages.ts'
import type { Pen } from './draw/pen.ts'
import { isLine, isOverlay, type Layer } from './layers.ts'
import { placesOfficeMessages } from './messages.ts'
import { NewOverlay } from './NewOverlay.tsx'
import { BuildingCard, LineCard, OverlayCard } from './ThingCards.tsx'

export interface Thing {
  readonly id: string
  readonly name: string
  readonly about: string
  /** Vacant, or nobody was set. */
  readonly isGap: boolean
  readonly isChild: boolean
  readonly bounds: readonly [number, number, number, number] | null
  readonly point: Point | null
  readonly drawing: MapDrawing | null
}

function boundsOf(positions: readonly (readonly [number, number])[]): [number, number, number, number] {
  const lons = positions.map(([lon]) => lon)
  const lats = positions.map(([, lat]) => lat)
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}

const hasGap = (posts: readonly PostHere[]) => posts.length === 0 || posts.some(({ holder }) => holder === null)

/** What the chosen layer has here, in one form for list, map and card. */
export function useThings(layer: Layer, gridPath: string, search: string) {
  const t = useText(placesOfficeMessages, placesMessages)
  const may = useMay()
  const { locale } = useLocale()
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const overlayKind = isOverlay(layer) ? layer : 'special'
  const lineKind = isLine(layer) ? layer : 'road'
  const overlays = useAsk<typeof listOverlays>('places.overlays', { kind: overlayKind }, { enabled: isOverlay(layer) })
  const lines = useAsk<typeof listLines>('places.lines', { kind: lineKind, gridPath }, { enabled: isLine(layer) })
  const wanted = { gridPath, limit: 100, ...(search ? { text: search } : {}) }
  const buildings = useAsk<typeof listBuildings>('places.buildings', wanted, { enabled: layer === 'buildings' })
  const items = useMemo((): Thing[] => {
    const isNamed = (name: string) => search === '' || name.includes(search)
    if (isOverlay(layer)) {
      return (overlays.data?.overlays ?? [])
        .filter(({ name }) => isNamed(name))
        .map((overlay, i) => ({
          ...{ id: overlay.overlayId, name: overlay.name, isGap: hasGap(overlay.posts) },
          about: overlay.posts.map(({ holder, title }) => holder ?? `${title} ${t('posts.vacant')}`).join('、'),
          ...{ isChild: overlay.parentId !== null, bounds: overlay.bounds, point: null },
          drawing: {
            ...{ id: overlay.overlayId, title: overlay.name, label: overlay.name },
            tone: drawingTones[i % 6]!,
            shape: { type: 'MultiPolygon', coordinates: overlay.polygons },
          },
        }))
    }
    if (isLine(layer)) {
      return (lines.data?.lines ?? [])
        .filter(({ name }) => isNamed(name))
        .map(line => ({
          ...{ id: line.lineId, name: line.name, isGap: hasGap(line.posts), isChild: false },
          bounds: boundsOf(line.coordinates.flat()),
          about: line.posts.map(({ holder }) => holder ?? t('posts.vacant')).join('、'),
          point: line.point,
          drawing: {
            ...{ id: line.lineId, title: line.name, tone: hasGap(line.posts) ? 'gap' : 'three' },
            shape: { type: 'MultiLineString', coordinates: line.coordinates },
          },
        }))
    }
    return (buildings.data?.rows ?? []).map(building => ({
      ...{ id: building.buildingId, name: building.address, isGap: false, isChild: false, bounds: null, drawing: null },
      about: [building.courtyardName ? building.name : null, t(`building.${building.use}`)].filter(Boolean).join(' · '),
      point: building.point,
    }))
  }, [layer, overlays.data, lines.data, buildings.data, search, t])
  const asked = isOverlay(layer) ? overlays : isLine(layer) ? lines : buildings
  const totals = isLine(layer) ? lines.data?.totals : undefined
  const summary = totals ? (
    <>
      <p>
        {layer === 'cleaning-section'
          ? t('list.cleaning', {
              ...{ area: number.format(totals.areaSquareMetres), count: totals.count, cleaners: totals.cleaners },
            })
          : t('list.length', { count: totals.count, kilometres: number.format(totals.lengthMetres / 1000) })}
      </p>
      {totals.vacantCleaners > 0 ? (
        <p className="pl-gap">{t('list.cleaning-vacant', { count: totals.vacantCleaners })}</p>
      ) : null}
      {lines.data?.isCut ? <p className="pl-gap">{t('list.cut', { count: lines.data.lines.length })}</p> : null}
    </>
  ) : null
  const card = (id: string | null, onEnded: () => void, onCorrect: (pen: Pen) => void) => {
    if (id === null) return null
    if (layer === 'buildings') return <BuildingCard buildingId={id} onEnded={onEnded} onCorrect={onCorrect} key={id} />
    const line = isLine(layer) ? lines.data?.lines.find(({ lineId }) => lineId === id) : undefined
    if (line) return <LineCard line={line} onEnded={onEnded} onCorrect={onCorrect} key={id} />
    const overlay = overlays.data?.overlays.find(({ overlayId }) => overlayId === id)
    if (!overlay || !isOverlay(layer)) return null
    const parent = overlays.data?.overlays.find(({ overlayId }) => overlayId === overlay.parentId)
    return <OverlayCard overlay={overlay} parentName={parent?.name ?? null} onEnded={onEnded} key={id} />
  }
  const maker = (grids: readonly TreeGrid[], onMade: (id: string) => void) =>
    isOverlay(layer) && may('places.edit') ? (
      <NewOverlay kind={layer} grids={grids} others={overlays.data?.overlays ?? []} onMade={onMade} key={layer} />
    ) : null
  return { items, asked: asked as { data: unknown } & typeof overlays, summary, card, maker }
}
