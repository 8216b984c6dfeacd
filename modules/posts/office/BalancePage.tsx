import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { gridTree } from '#modules/grid/common/index.ts'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { drawingTones, gridTilesOf, type MapDrawing, WanggeMap } from '#platform/map/ui/index.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { Panes } from '#platform/ui/office/Panes.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import type { proposeCutting } from '../common/contract.ts'
import { CuttingList, numbered } from './CuttingList.tsx'
import { DraftCutting } from './DraftCutting.tsx'
import { postsOfficeMessages } from './messages.ts'
import './posts.css'

/** A proposal for cutting grids by the norm of homes, on the map and in a list, and the way to draft it. */
export function Page() {
  const t = useText(postsOfficeMessages)
  const [url, setUrl] = useUrlState()
  const gridPath = url.grid ?? '1'
  const wanted = Number(url.parts)
  const tree = useAsk<typeof gridTree>('grid.tree', { deepestLevel: 3 })
  const asked = useAsk<typeof proposeCutting>(
    'posts.balance',
    { gridPath, ...(wanted > 0 ? { parts: wanted } : {}) },
    { keep: true },
  )
  return (
    <OfficePage title={t('balance.title')} about={t('balance.about')} isFull>
      <div className="o-filters">
        <label>
          <span>{t('page.grid')}</span>
          <select
            className="o-select"
            value={gridPath}
            onChange={event => setUrl({ grid: event.target.value, parts: undefined })}
          >
            {(tree.data?.grids ?? []).map(({ path, name, level }) => (
              <option key={path} value={path}>
                {'　'.repeat(level - 1)}
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('balance.grids')}</span>
          <input
            className="o-input"
            type="number"
            min={1}
            max={400}
            value={url.parts ?? asked.data?.then.grids ?? ''}
            onChange={event => setUrl({ parts: event.target.value || undefined })}
          />
        </label>
        <Link to="/duties" search={{ tab: 'workload', grid: gridPath } as never}>
          {t('balance.back')}
        </Link>
      </div>
      <Answered asked={asked}>
        {answer => (
          <Proposal
            answer={answer}
            gridName={tree.data?.grids.find(({ path }) => path === gridPath)?.name ?? ''}
            version={tree.data?.version ?? 0}
          />
        )}
      </Answered>
    </OfficePage>
  )
}

interface ProposalProps {
  readonly answer: OutputOf<typeof proposeCutting>
  readonly gridName: string
  readonly version: number
}

function Proposal({ answer, gridName, version }: ProposalProps) {
  const t = useText(postsOfficeMessages)
  const { locale } = useLocale()
  const { norm, now, then, families } = answer
  const times = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const drawings = useMemo(
    () =>
      numbered(families).map(
        ({ number, grid }): MapDrawing => ({
          ...{ id: String(number), title: grid.name, label: String(number), tone: drawingTones[number % 6]! },
          shape: { type: 'MultiPolygon', coordinates: grid.polygons },
        }),
      ),
    [families],
  )
  return (
    <Panes
      name="balance"
      left={{
        label: t('balance.list'),
        content: (
          <div className="ps-parts">
            <p>{t('balance.now', { ...norm, ...now, times: times.format(now.unevenness) })}</p>
            <p>{t('balance.then', { ...then, times: times.format(then.unevenness) })}</p>
            <DraftCutting answer={answer} gridName={gridName} />
            <CuttingList families={families} />
          </div>
        ),
      }}
      middle={{
        label: t('balance.pane'),
        content: (
          <WanggeMap
            key={answer.bounds.join(' ')}
            label={t('balance.map')}
            bounds={answer.bounds}
            gridTiles={gridTilesOf(version)}
            drawings={drawings}
          />
        ),
      }}
      right={null}
    />
  )
}
