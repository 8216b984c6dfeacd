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
import { postsOfficeMessages } from './messages.ts'
import './posts.css'

/** A proposal for cutting a grid evenly, on the map and in a list. It changes nothing. */
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
          <span>{t('balance.parts')}</span>
          <input
            className="o-input"
            type="number"
            min={1}
            max={60}
            value={asked.data?.parts.length ?? ''}
            onChange={event => setUrl({ parts: event.target.value || undefined })}
          />
        </label>
        <Link to="/duties" search={{ tab: 'workload', grid: gridPath } as never}>
          {t('balance.back')}
        </Link>
      </div>
      <Answered asked={asked}>{answer => <Proposal answer={answer} version={tree.data?.version ?? 0} />}</Answered>
    </OfficePage>
  )
}

type Answer = OutputOf<typeof proposeCutting>

function Proposal({ answer, version }: { readonly answer: Answer; readonly version: number }) {
  const t = useText(postsOfficeMessages)
  const { locale } = useLocale()
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const drawings = useMemo(
    () =>
      answer.parts.flatMap((part, i) =>
        part.cells.map(
          (cell): MapDrawing => ({
            ...{ id: cell.path, title: cell.name, label: String(i + 1), tone: drawingTones[i % 6]! },
            shape: { type: 'MultiPolygon', coordinates: cell.polygons },
          }),
        ),
      ),
    [answer],
  )
  return (
    <Panes
      name="balance"
      left={{
        label: t('balance.list'),
        content: (
          <ol className="ps-parts">
            <li>
              {t('balance.by-norm', { count: answer.suggested })} ·{' '}
              {t('balance.even', { now: number.format(answer.unevenness) })}
            </li>
            {answer.parts.map((part, i) => (
              <li key={part.cells[0]?.path ?? i}>
                <b>{t('balance.part', { n: i + 1 })}</b>{' '}
                <span className="o-soft">
                  {t('balance.load', { households: part.households, open: part.openMatters })}
                </span>
                <span className="ps-row">
                  {part.cells
                    .map(({ name, isAboveNorm }) => (isAboveNorm ? t('balance.above', { grid: name }) : name))
                    .join('、')}
                </span>
              </li>
            ))}
          </ol>
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
