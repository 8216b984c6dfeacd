import { Button } from 'antd'
import { useState } from 'react'
import type { gridTree, TreeGrid } from '#modules/grid/common/index.ts'
import { toQueryString } from '#platform/contract/common/query-string.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered, Loading } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import { paperNames } from '../common/paper.ts'
import { mapSheetMessages } from '../common/print-messages.ts'
import { placesOfficeMessages } from './messages.ts'
import './places.css'

/** The grid map (区划图) as a sheet: what is on it is chosen here, seen here, and printed from here. */
export function Page() {
  const t = useText(placesOfficeMessages)
  const tree = useAsk<typeof gridTree>('grid.tree', {})
  return (
    <OfficePage title={t('place.sheet')} about={t('sheet.about')}>
      <Answered asked={tree}>{({ grids }) => <Sheet grids={grids} />}</Answered>
    </OfficePage>
  )
}

function Sheet({ grids }: { readonly grids: readonly TreeGrid[] }) {
  const t = useText(placesOfficeMessages, mapSheetMessages)
  const { locale } = useLocale()
  const may = useMay()
  const [url, setUrl] = useUrlState()
  const [failed, setFailed] = useState<string | null>(null)
  const [drawn, setDrawn] = useState<string | null>(null)
  const top = grids.find(({ path }) => path === url.grid) ?? grids[0]
  if (!top) return <p>{t('list.none')}</p>
  const below = [...new Set(grids.filter(({ path }) => isUnder(path, top.path)).map(({ level }) => level))]
  const usual = below.find(level => level === top.level + 2) ?? below.at(-1) ?? top.level
  const deepest = below.find(level => String(level) === url.level) ?? usual
  const paper = paperNames.find(name => name === url.paper) ?? 'A3'
  const withPosts = url.posts !== 'no'
  const asked = { gridPath: top.path, deepest, paper, withPosts, locale }
  const picture = `/api/places.grid-map-picture?${toQueryString({ ...asked, isPreview: true })}`
  const levelWord = (level: number) => t(`sheet.level-${level as 1}`)
  return (
    <div className="o-stack">
      <div className="o-filters">
        <label>
          <span>{t('sheet.which')}</span>
          <select
            className="o-select"
            value={top.path}
            onChange={event => setUrl({ grid: event.target.value, level: undefined })}
          >
            {grids
              .filter(({ path, level }) => level <= 3 || path === top.path)
              .map(({ path, name, level }) => (
                <option key={path} value={path}>
                  {'　'.repeat(level - 1)}
                  {name}
                </option>
              ))}
          </select>
        </label>
        <label>
          <span>{t('sheet.down-to')}</span>
          <select className="o-select" value={deepest} onChange={event => setUrl({ level: event.target.value })}>
            {below.map(level => (
              <option key={level} value={level}>
                {levelWord(level)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('sheet.paper')}</span>
          <select className="o-select" value={paper} onChange={event => setUrl({ paper: event.target.value })}>
            {paperNames.map(name => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="o-tick">
          <input
            type="checkbox"
            checked={withPosts}
            onChange={event => setUrl({ posts: event.target.checked ? undefined : 'no' })}
          />{' '}
          {t('sheet.with-posts')}
        </label>
        <Button type="primary" href={`/api/places.grid-map?${toQueryString(asked)}`} target="_blank" rel="noreferrer">
          {t('sheet.pdf')}
        </Button>
        <Button href={`/api/places.grid-map-picture?${toQueryString(asked)}`} target="_blank" rel="noreferrer">
          {t('sheet.png')}
        </Button>
      </div>
      {withPosts ? <p className="o-soft">{t(may('places.see-phones') ? 'sheet.phones' : 'sheet.masked')}</p> : null}
      {drawn === picture || failed === picture ? null : <Loading lines={8} />}
      {failed === picture ? (
        <p role="alert">{t('sheet.failed')}</p>
      ) : (
        <img
          key={picture}
          className={drawn === picture ? 'pl-sheet' : 'pl-sheet pl-drawing'}
          onLoad={() => setDrawn(picture)}
          src={picture}
          alt={t('sheet.picture', { grid: top.name, level: levelWord(deepest) })}
          onError={() => setFailed(picture)}
        />
      )}
    </div>
  )
}

const isUnder = (path: string, top: string) => path === top || path.startsWith(`${top}.`)
