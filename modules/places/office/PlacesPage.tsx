import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { gridTree } from '#modules/grid/common/index.ts'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'
import { gridTilesOf, Legend, type MapHandle, type MapPoint, WanggeMap } from '#platform/map/ui/index.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { Panes } from '#platform/ui/office/Panes.tsx'
import { useMay, useSession } from '#platform/ui/office/session.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { placesMessages } from '../common/messages.ts'
import { drawingOf, type Pen, withCorner } from './draw/pen.ts'
import { isLine, isOverlay, type Layer, layerFrom } from './layers.ts'
import { placesOfficeMessages } from './messages.ts'
import { PlaceCard } from './PlaceCard.tsx'
import { Choices, Items } from './PlacesList.tsx'
import { type Thing, useThings } from './use-things.tsx'
import './places.css'

type Tree = OutputOf<typeof gridTree>

/** Grids of other kinds, lines and buildings: one layer at a time, in list, map and card alike. */
export function Page() {
  const t = useText(placesOfficeMessages)
  const may = useMay()
  const tree = useAsk<typeof gridTree>('grid.tree', {})
  return (
    <OfficePage
      title={t('place.places')}
      about={t('page.about')}
      actions={may('places.edit') ? <Link to="/places/intake">{t('intake.open')}</Link> : null}
      isFull
    >
      <Answered asked={tree}>{answer => <Desk tree={answer} />}</Answered>
    </OfficePage>
  )
}

function Desk({ tree }: { readonly tree: Tree }) {
  const t = useText(placesOfficeMessages, placesMessages)
  const { post } = useSession()
  const [url, setUrl] = useUrlState()
  const [map, setMap] = useState<MapHandle | null>(null)
  const [isGapOnly, setGapOnly] = useState(false)
  const layer = layerFrom(url.layer)
  const may = useMay()
  const [drawing, setDrawing] = useState<{ readonly layer: Layer; readonly pen: Pen } | null>(null)
  // What was begun in one layer is nothing in another.
  const pen = drawing?.layer === layer ? drawing.pen : null
  const setPen = (next: Pen | null) => setDrawing(next && { layer, pen: next })
  const drawn = isOverlay(layer) ? null : layer === 'buildings' ? 'building' : layer
  const smallOf = (path: string) => path.split('.').slice(0, 3).join('.')
  const gridPath = url.grid ?? (post?.gridPath ? smallOf(post.gridPath) : (tree.grids[0]?.path ?? '1'))
  const things = useThings(layer, gridPath, url.search ?? '')
  const shown = things.items.filter(item => !isGapOnly || item.isGap)
  const chosen = url.thing ?? null
  const point = pointFrom(url.at)
  const choose = (id: string) => {
    setUrl({ thing: id, at: undefined })
    const item = things.items.find(one => one.id === id)
    if (item?.bounds) map?.fit(item.bounds)
    else if (item?.point) map?.goTo(item.point, 17)
  }
  const points = useMemo(() => (layer === 'buildings' ? shown.flatMap(toPoint) : []), [layer, shown])
  const drawings = useMemo(() => shown.flatMap(item => item.drawing ?? []), [shown])
  const around = tree.grids.find(({ path }) => path === gridPath)?.bounds ?? tree.bounds ?? ([0, 0, 1, 1] as const)
  return (
    <Panes
      name="places"
      left={{
        label: t('list.label'),
        content: (
          <div className="pl-list">
            <Choices
              layer={layer}
              gridPath={gridPath}
              grids={tree.grids}
              isGapOnly={isGapOnly}
              onGapOnly={setGapOnly}
              onGrid={path => {
                setUrl({ grid: path, thing: undefined, at: undefined })
                const grid = tree.grids.find(one => one.path === path)
                if (grid) map?.fit(grid.bounds)
              }}
            />
            {things.summary}
            {drawn && may('places.edit') ? (
              pen ? (
                <Suspense>
                  <DrawThing key={pen.id ?? 'new'} kind={drawn} pen={pen} onPen={setPen} />
                </Suspense>
              ) : (
                <Button onClick={() => setPen(nothingDrawn)}>{t('draw.open')}</Button>
              )
            ) : null}
            {things.maker(tree.grids, id => setUrl({ thing: id }))}
            <Answered asked={things.asked}>
              {() => <Items items={shown} total={things.items.length} chosen={chosen} onChoose={choose} />}
            </Answered>
          </div>
        ),
      }}
      middle={{
        label: t('map.pane'),
        content: (
          <WanggeMap
            label={t('map.label')}
            bounds={around}
            gridTiles={gridTilesOf(tree.version)}
            points={points}
            drawings={pen ? [...drawings, ...drawingOf(pen, layer === 'buildings')] : drawings}
            chosenDrawing={chosen}
            onReady={setMap}
            onChooseDrawing={id => (pen ? undefined : setUrl({ thing: id }))}
            onChoosePoint={id => (pen ? undefined : setUrl({ thing: id }))}
            onClickPlace={({ lon, lat }) =>
              pen
                ? setPen({ ...pen, corners: withCorner(pen.corners, [lon, lat]) })
                : setUrl({ at: `${lon.toFixed(6)},${lat.toFixed(6)}` })
            }
          >
            {isLine(layer) ? (
              <Legend
                drawings={[
                  { tone: 'three', text: t('legend.staffed') },
                  { tone: 'gap', text: t('legend.vacant') },
                ]}
              />
            ) : null}
          </WanggeMap>
        ),
      }}
      right={{
        label: t('card.label'),
        content: (
          <>
            {things.card(chosen, () => setUrl({ thing: undefined }), setPen)}
            {point ? <PlaceCard point={point} onBuilding={id => setUrl({ layer: 'buildings', thing: id })} /> : null}
            {chosen === null && !point ? <p className="pl-list">{t('card.choose')}</p> : null}
          </>
        ),
      }}
    />
  )
}

/** Loaded when somebody draws: it brings the readers of files along. */
const DrawThing = lazy(() => import('./draw/DrawThing.tsx').then(({ DrawThing: loaded }) => ({ default: loaded })))

const nothingDrawn: Pen = { id: null, facts: {}, corners: '' }

function toPoint({ id, name, point }: Thing): MapPoint[] {
  return point === null ? [] : [{ id, place: point, shape: 'square', tone: 'on-time', title: name }]
}

function pointFrom(text: string | undefined): Point | null {
  const [lon, lat] = (text ?? '').split(',').map(Number)
  return lon !== undefined && lat !== undefined && Number.isFinite(lon) && Number.isFinite(lat) && text !== ''
    ? { lon, lat }
    : null
}
