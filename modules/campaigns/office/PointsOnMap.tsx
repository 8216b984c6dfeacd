import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { gridTree } from '#modules/grid/common/index.ts'
import { gridTilesOf, Legend, type MapBounds, type MapPoint, ShapeMark, WanggeMap } from '#platform/map/ui/index.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useDeadline } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listPoints, PointRow } from '../common/contract-queries.ts'
import { standings } from '../common/figures.ts'
import { campaignsMessages } from '../common/messages.ts'
import { pointStates } from '../common/point.ts'
import { works } from '../common/quantity.ts'
import { lookOfPoint, useQuantities } from '../ui/index.ts'
import type { ShownCampaign } from './CampaignPage.tsx'
import { ListForms } from './ListForms.tsx'
import { campaignsOfficeMessages } from './messages.ts'

const oneOf = <Word extends string>(words: readonly Word[], text: string | undefined): Word | undefined =>
  words.find(word => word === text)

/** The points of a campaign: exactly those that the list names are on the map beside it. */
export function PointsOnMap({ campaign }: { readonly campaign: ShownCampaign }) {
  const t = useText(campaignsOfficeMessages)
  const [url] = useUrlState()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [near, setNear] = useState<string | null>(null)
  const filter = {
    ...{ state: oneOf(pointStates, url.state), standing: oneOf(standings, url.standing) },
    ...{ work: oneOf(works, url.work), gridPath: url.grid, holder: url.holder },
  }
  const input = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
  const { campaignId } = campaign
  const asked = useAsk<typeof listPoints>('campaigns.points', { campaignId, ...input }, { keep: true })
  return (
    <section className="o-card o-stack" aria-label={t('one.points')}>
      <h2>{t('one.points')}</h2>
      <Filters campaign={campaign} />
      <Answered asked={asked}>
        {({ rows }) => (
          <>
            {campaign.mayManage ? (
              <ListForms campaign={campaign} rows={rows} chosen={chosen} onChosen={setChosen} />
            ) : null}
            <p aria-live="polite" className="o-hint">
              {t('one.shown', { count: rows.length })}
            </p>
            {rows.length === 0 ? (
              <Blank title={t('one.no-points')}>{t('one.no-points-why')}</Blank>
            ) : (
              <div className="ca-split">
                <PointList rows={rows} near={near} chosen={campaign.mayManage ? chosen : null} onChosen={setChosen} />
                <PointMap rows={rows} onChoose={setNear} gridPath={filter.gridPath ?? null} />
              </div>
            )}
          </>
        )}
      </Answered>
    </section>
  )
}

function Filters({ campaign }: { readonly campaign: ShownCampaign }) {
  const t = useText(campaignsOfficeMessages, campaignsMessages)
  const [url, setUrl] = useUrlState()
  const isFiltered = [url.state, url.standing, url.work, url.grid, url.holder].some(one => one !== undefined)
  const groupName = (key: string) =>
    [...campaign.byGrid, ...campaign.byHolder].find(group => group.key === key)?.name ?? key
  return (
    <div className="o-filters">
      <label>
        <span>{t('one.filter-state')}</span>
        <select
          className="o-select"
          value={url.state ?? ''}
          onChange={event => setUrl({ state: event.target.value || undefined })}
        >
          <option value="">{t('one.any')}</option>
          {pointStates.map(state => (
            <option key={state} value={state}>
              {t(`campaigns.point.${state}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('column.due')}</span>
        <select
          className="o-select"
          value={url.standing ?? ''}
          onChange={event => setUrl({ standing: event.target.value || undefined })}
        >
          <option value="">{t('one.any')}</option>
          {standings.map(standing => (
            <option key={standing} value={standing}>
              {t(`campaigns.standing.${standing}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('one.filter-work')}</span>
        <select
          className="o-select"
          value={url.work ?? ''}
          onChange={event => setUrl({ work: event.target.value || undefined })}
        >
          <option value="">{t('one.any')}</option>
          {works.map(work => (
            <option key={work} value={work}>
              {t(`campaigns.work.${work}`)}
            </option>
          ))}
        </select>
      </label>
      {url.grid ? <span>{t('one.filtered-grid', { name: groupName(url.grid) })}</span> : null}
      {url.holder ? <span>{t('one.filtered-holder', { name: groupName(url.holder) })}</span> : null}
      {isFiltered ? (
        <Button
          onClick={() =>
            setUrl({ state: undefined, standing: undefined, work: undefined, grid: undefined, holder: undefined })
          }
        >
          {t('one.clear')}
        </Button>
      ) : null}
    </div>
  )
}

interface PointListProps {
  readonly rows: readonly PointRow[]
  /** The point that was pressed on the map. */
  readonly near: string | null
  /** Null where nothing can be chosen. */
  readonly chosen: readonly string[] | null
  readonly onChosen: (chosen: readonly string[]) => void
}

function PointList({ rows, near, chosen, onChosen }: PointListProps) {
  const t = useText(campaignsOfficeMessages, campaignsMessages)
  const quantities = useQuantities()
  const deadline = useDeadline()
  return (
    <ul className="ca-points" aria-label={t('one.points-label')}>
      {rows.map(row => {
        const isActable = row.allowed.includes('list') || row.allowed.includes('order')
        return (
          <li
            key={row.pointId}
            {...(row.pointId === near ? { 'data-chosen': true } : {})}
            ref={row.pointId === near ? element => element?.scrollIntoView({ block: 'nearest' }) : undefined}
          >
            {chosen !== null && isActable ? (
              <input
                type="checkbox"
                aria-label={t('choose.one', { number: row.number })}
                checked={chosen.includes(row.pointId)}
                onChange={event =>
                  onChosen(event.target.checked ? [...chosen, row.pointId] : chosen.filter(one => one !== row.pointId))
                }
              />
            ) : (
              <span />
            )}
            <ShapeMark {...lookOfPoint(row.state, row.standing)} />
            <div>
              <p>
                <Link to="/campaign-points/$pointId" params={{ pointId: row.pointId }}>
                  {row.number} {t(`campaigns.work.${row.work}`)}
                </Link>{' '}
                · <b>{t(`campaigns.point.${row.state}`)}</b>
                {row.standing === 'overdue' ? (
                  <b className="o-urgent"> {t('campaigns.standing.overdue')}</b>
                ) : row.standing === 'late' ? (
                  ` · ${t('campaigns.standing.late')}`
                ) : null}
              </p>
              <p>{row.note}</p>
              <p className="o-soft">
                {row.gridNames.slice(-2).join(' › ')} · {quantities(row.result?.lines ?? row.estimate)}
                {row.order ? ` · ${row.order.holderName}` : ''}
                {row.dueAt ? ` · ${deadline(row.dueAt)}` : ''}
              </p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}

interface PointMapProps {
  readonly rows: readonly PointRow[]
  readonly gridPath: string | null
  readonly onChoose: (pointId: string) => void
}

function PointMap({ rows, gridPath, onChoose }: PointMapProps) {
  const t = useText(campaignsOfficeMessages, campaignsMessages)
  const tree = useAsk<typeof gridTree>('grid.tree', { deepestLevel: 1 })
  const placed = rows.filter(row => row.lon !== null && row.lat !== null)
  const points: MapPoint[] = placed.map(row => ({
    ...{ id: row.pointId, place: { lon: row.lon!, lat: row.lat! }, ...lookOfPoint(row.state, row.standing) },
    title: `${row.number} ${t(`campaigns.work.${row.work}`)} ${t(`campaigns.point.${row.state}`)}`,
  }))
  const bounds = boundsOf(points) ?? tree.data?.bounds
  if (!bounds || tree.data === undefined) return <div className="ca-map" />
  const legend = [
    ...pointStates.map(state => ({ ...lookOfPoint(state, 'running'), text: t(`campaigns.point.${state}`) })),
    { ...lookOfPoint('ordered', 'overdue'), text: t('campaigns.standing.overdue') },
  ]
  return (
    <div className="ca-map">
      <WanggeMap
        label={t('one.map')}
        bounds={bounds}
        gridTiles={gridTilesOf(tree.data.version)}
        chosenGrid={gridPath}
        points={points}
        onChoosePoint={onChoose}
      >
        <Legend entries={legend} />
      </WanggeMap>
    </div>
  )
}

/** All of the points, with a little ground around them. */
function boundsOf(points: readonly MapPoint[]): MapBounds | null {
  if (points.length === 0) return null
  const lons = points.map(({ place }) => place.lon)
  const lats = points.map(({ place }) => place.lat)
  const margin = 0.002
  return [
    Math.min(...lons) - margin,
    Math.min(...lats) - margin,
    Math.max(...lons) + margin,
    Math.max(...lats) + margin,
  ]
}
