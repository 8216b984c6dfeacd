import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { gridTree } from '#modules/grid/common/index.ts'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { gridTilesOf, Legend, type MapBounds, type MapPoint, ShapeMark, WanggeMap } from '#platform/map/ui/index.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered, Blank, Failed, Loading } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { Panes } from '#platform/ui/office/Panes.tsx'
import { useSession } from '#platform/ui/office/session.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { caseStatuses } from '../common/case-file.ts'
import type { casePoints } from '../common/contract-queries.ts'
import { casesMessages } from '../common/messages.ts'
import { CaseStatusBadge, photoAddress } from '../ui/index.ts'
import { caseOfficeMessages } from './messages.ts'
import { lookOf, pointOf } from './point-of.ts'
import { useShownCase } from './shown-case.ts'
import { CaseFacts } from './CaseStory.tsx'
import './cases-office.css'

type Points = OutputOf<typeof casePoints>
const open = caseStatuses.filter(one => one !== 'closed' && one !== 'refused' && one !== 'joined')

/** Cases on the map, with the list of exactly those beside it. */
export function Page() {
  const t = useText(caseOfficeMessages)
  const tree = useAsk<typeof gridTree>('grid.tree', { deepestLevel: 1 })
  return (
    <OfficePage title={t('place.map')} isFull>
      <Answered asked={tree}>
        {({ version, bounds }) =>
          bounds ? <MapDesk version={version} start={bounds} /> : <Blank title={t('map.empty')} />
        }
      </Answered>
    </OfficePage>
  )
}

function MapDesk({ version, start }: { readonly version: number; readonly start: MapBounds }) {
  const t = useText(caseOfficeMessages, casesMessages)
  const { post } = useSession()
  const [url, setUrl] = useUrlState()
  const [view, setView] = useState<MapBounds>(start)
  const status = caseStatuses.filter(one =>
    url.status ? url.status.split(',').includes(one) : open.includes(one as never),
  )
  const asked = useAsk<typeof casePoints>('cases.points', { bbox: [...view], status }, { keep: true })
  const points: MapPoint[] = [
    ...(asked.data?.points ?? []).map(one => pointOf({ ...one, place: one })),
    ...(asked.data?.clusters ?? []).map(heap => ({
      id: `heap ${heap.lon} ${heap.lat}`,
      place: { lon: heap.lon, lat: heap.lat },
      shape: 'dot' as const,
      tone: 'on-time' as const,
      title: t('map.heap', { count: heap.count, open: heap.open }),
      count: heap.count,
    })),
  ]
  const choose = (caseId: string) => {
    if (caseId.startsWith('heap')) return
    setUrl({ case: caseId })
  }
  const list = (
    <>
      <div className="co-queue-head">
        <label className="co-mark">
          <input
            type="checkbox"
            checked={url.status === undefined}
            onChange={event => setUrl({ status: event.target.checked ? undefined : caseStatuses.join(',') })}
          />
          {t('map.open-only')}
        </label>
        <span aria-live="polite">{asked.data ? t('map.total', { total: asked.data.total }) : null}</span>
        {asked.data && asked.data.clusters.length > 0 ? <span className="o-soft">{t('map.clustered')}</span> : null}
      </div>
      {asked.isPending ? <Loading /> : asked.data ? null : <Failed trouble={asked.error} onAgain={asked.refetch} />}
      {asked.data ? <PointList points={asked.data.points} total={asked.data.total} onChoose={choose} /> : null}
    </>
  )
  const map = (
    <div className="co-map">
      <WanggeMap
        label={t('map.label')}
        bounds={start}
        gridTiles={gridTilesOf(version)}
        ownGrid={post?.gridPath ?? null}
        points={points}
        onChoosePoint={choose}
        onView={next => setView(rounded(next.bounds))}
      >
        <Legend entries={open.map(one => ({ ...lookOf(one), text: t(`cases.status.${one}`) }))} />
      </WanggeMap>
    </div>
  )
  return (
    <Panes
      name="map"
      left={{ label: t('map.list'), content: list }}
      middle={{ label: t('desk.map'), content: map }}
      right={url.case ? { label: t('desk.case'), content: <ChosenCase caseId={url.case} /> } : null}
    />
  )
}

/** A view that moved by a hair asks the same question. */
function rounded([west, south, east, north]: MapBounds): MapBounds {
  const down = (degrees: number) => Math.floor(degrees * 1000) / 1000
  const up = (degrees: number) => Math.ceil(degrees * 1000) / 1000
  return [Math.max(-180, down(west)), Math.max(-90, down(south)), Math.min(180, up(east)), Math.min(90, up(north))]
}

interface PointListProps {
  readonly points: Points['points']
  readonly total: number
  readonly onChoose: (caseId: string) => void
}

function PointList({ points, total, onChoose }: PointListProps) {
  const t = useText(caseOfficeMessages)
  if (total === 0) return <Blank title={t('map.empty')}>{t('map.empty-why')}</Blank>
  return (
    <ul className="co-queue">
      {points.map(point => (
        <li key={point.caseId}>
          <Link
            to="/cases/$caseId"
            params={{ caseId: point.caseId }}
            preload={false}
            onClick={event => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return
              event.preventDefault()
              onChoose(point.caseId)
            }}
          >
            <span className="co-point">
              <ShapeMark {...lookOf(point.status)} />
              {point.photo ? (
                <img className="co-thumb" src={photoAddress(point.photo, 'small')} alt="" loading="lazy" />
              ) : null}
              <span>
                <span className="co-queue-title">{point.title}</span>
                <span className="o-soft">{point.number}</span>
              </span>
            </span>
            <CaseStatusBadge status={point.status} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

function ChosenCase({ caseId }: { readonly caseId: string }) {
  const t = useText(caseOfficeMessages)
  const asked = useShownCase(caseId)
  return (
    <Answered asked={asked}>
      {shown => (
        <article className="co-desk-body">
          <h2>{shown.title}</h2>
          <CaseFacts shown={shown} />
          <p className="c-words co-part">{shown.description}</p>
          <p className="co-part">
            <Link to="/cases/$caseId" params={{ caseId }}>
              {t('map.open-case')}
            </Link>
          </p>
        </article>
      )}
    </Answered>
  )
}
