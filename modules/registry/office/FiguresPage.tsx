import { Button } from 'antd'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useSession } from '#platform/ui/office/session.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { figures } from '../common/contract/upkeep.ts'
import { FiguresBehind } from './FiguresBehind.tsx'
import { GridSelect } from './GridSelect.tsx'
import { isNotThen, NotThen } from './NotThen.tsx'
import { registryOfficeMessages } from './messages.ts'
import { useWords } from '../ui/words.ts'
import './registry-office.css'

type Figures = OutputOf<typeof figures>

/** 两实: who lives where and how homes are used, on any day; each number opens to its people, by permission. */
export function Page() {
  const t = useText(registryOfficeMessages)
  const { post } = useSession()
  const [url, setUrl] = useUrlState()
  const gridPath = url.grid ?? post?.gridPath ?? '1'
  const asked = useAsk<typeof figures>(
    'registry.figures',
    { gridPath, ...(url.on ? { on: url.on } : {}) },
    { keep: true },
  )
  return (
    <OfficePage title={t('place.real-figures')} about={t('figures.about')}>
      <div className="o-filters">
        <GridSelect
          label={t('list.grid')}
          placeholder={t('figures.choose-grid')}
          on={url.on}
          value={asked.data?.grid.path ?? gridPath}
          onChange={grid => setUrl({ grid, list: undefined })}
        />
        <label>
          <span>{t('figures.on')}</span>
          <input
            className="o-input"
            type="date"
            value={url.on ?? asked.data?.on ?? ''}
            onChange={event => setUrl({ on: event.target.value || undefined })}
          />
        </label>
      </div>
      {isNotThen(asked.error) ? (
        <NotThen refusal={asked.error} />
      ) : (
        <Answered asked={asked}>
          {shown => (
            <>
              {url.on || !shown.isExact ? <AsItWas shown={shown} /> : null}
              {shown.homes === 0 && !shown.people ? (
                <Blank title={t('figures.none')}>{t('figures.none-why')}</Blank>
              ) : (
                <Shown shown={shown} />
              )}
            </>
          )}
        </Answered>
      )}
      {url.list && !isNotThen(asked.error) ? <FiguresBehind gridPath={gridPath} on={url.on} list={url.list} /> : null}
    </OfficePage>
  )
}

/** By which tree of grids a day is counted. */
function AsItWas({ shown: { on, grid } }: { readonly shown: Figures }) {
  const t = useText(registryOfficeMessages)
  return (
    <p className="o-hint">
      {t('figures.as-it-was', { on, names: grid.names.join(' › ') })}
      {on < grid.firstDay ? ` ${t('figures.first-day', { day: grid.firstDay })}` : ''}
    </p>
  )
}

function Shown({ shown }: { readonly shown: Figures }) {
  const t = useText(registryOfficeMessages)
  const words = useWords()
  return (
    <>
      <dl className="rg-figures">
        <Big name={t('figures.people')}>
          <Opens count={shown.people} list="all" what={t('figures.people')} isExact={shown.isExact} />
        </Big>
        <Big name={t('figures.floating')}>{percent(shown.floating)}</Big>
        <Big name={t('figures.households')}>{shown.households ?? t('figures.withheld')}</Big>
        <Big name={t('figures.homes')}>{shown.homes}</Big>
        <Big name={t('figures.vacancy')}>{percent(shown.vacancy)}</Big>
        <Big name={t('figures.tenancies')}>{shown.tenancies ?? t('figures.withheld')}</Big>
      </dl>
      {shown.isExact ? null : (
        <p className="o-hint">{t(shown.haveLeft ? 'figures.left-why' : 'figures.withheld-why')}</p>
      )}
      <div className="rg-columns">
        <section className="o-card" aria-labelledby="kinds">
          <h2 id="kinds">{t('figures.by-population')}</h2>
          <table className="o-plain">
            <tbody>
              {shown.byPopulation.map(({ population, count }) => (
                <tr key={population}>
                  <th scope="row">{words.code('population', population)}</th>
                  <td className="o-number">
                    <Opens
                      count={count}
                      list={`p-${population}`}
                      what={words.code('population', population)}
                      isExact={shown.isExact}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <h2 className="rg-next">{t('figures.by-use')}</h2>
          <table className="o-plain">
            <tbody>
              {shown.byUse.map(({ use, count }) => (
                <tr key={use}>
                  <th scope="row">{words.code('housing-use', use)}</th>
                  <td className="o-number">{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <Pyramid shown={shown} />
      </div>
      {shown.children.length > 0 ? <Below shown={shown} /> : null}
    </>
  )
}

const percent = (share: number | null) => (share === null ? '—' : `${(share * 100).toFixed(1)} %`)

function Big({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

interface OpensProps {
  readonly count: number | null
  readonly list: string
  readonly what: string
  readonly isExact: boolean
}

/** A number that opens to its people where the reader may see them. */
function Opens({ count, list, what, isExact }: OpensProps) {
  const t = useText(registryOfficeMessages)
  const [, setUrl] = useUrlState()
  if (count === null) return <>{t('figures.withheld')}</>
  if (!isExact || count === 0) return <>{count}</>
  return (
    <Button
      type="link"
      className="rg-open"
      aria-label={`${t('figures.open', { what })} ${count}`}
      onClick={() => setUrl({ list })}
    >
      {count}
    </Button>
  )
}

function Pyramid({ shown }: { readonly shown: Figures }) {
  const t = useText(registryOfficeMessages)
  const most = Math.max(1, ...shown.pyramid.flatMap(({ male, female }) => [male ?? 0, female ?? 0]))
  const rows = shown.pyramid.toReversed().filter(row => row.from < 100 || row.male !== 0 || row.female !== 0)
  return (
    <section className="o-card" aria-labelledby="pyramid">
      <h2 id="pyramid">{t('figures.pyramid')}</h2>
      <table className="rg-pyramid">
        <thead>
          <tr>
            <th scope="col">{t('figures.male')}</th>
            <th scope="col">{t('figures.age')}</th>
            <th scope="col">{t('figures.female')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ from, male, female }) => {
            const ages = from >= 100 ? t('figures.hundred') : t('figures.ages', { from, to: from + 4 })
            return (
              <tr key={from}>
                <td className="rg-male">
                  <Opens
                    count={male}
                    list={`1-${from}`}
                    what={`${t('figures.male')} ${ages}`}
                    isExact={shown.isExact}
                  />
                  <span className="rg-bar" style={barOf((male ?? 0) / most)} />
                </td>
                <th scope="row">{ages}</th>
                <td className="rg-female">
                  <span className="rg-bar" style={barOf((female ?? 0) / most)} />
                  <Opens
                    count={female}
                    list={`2-${from}`}
                    what={`${t('figures.female')} ${ages}`}
                    isExact={shown.isExact}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

/** Beside the longest bar its number has room; no bar is cut short, since their lengths are what is read. */
const barOf = (share: number) => ({ width: `calc((100% - 3.75rem) * ${share.toFixed(4)})` })

function Below({ shown }: { readonly shown: Figures }) {
  const t = useText(registryOfficeMessages)
  const [, setUrl] = useUrlState()
  const heads = ['grid', 'people', 'moved', 'homes', 'vacant'] as const
  return (
    <section className="o-card" aria-labelledby="below">
      <h2 id="below">{t('figures.below')}</h2>
      <div style={{ overflowX: 'auto' }}>
        <table className="o-plain o-stacks">
          <thead>
            <tr>
              {heads.map(head => (
                <th key={head} scope="col">
                  {t(`figures.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.children.map(child => (
              <tr key={child.path}>
                <th scope="row">
                  <Button type="link" className="rg-open" onClick={() => setUrl({ grid: child.path, list: undefined })}>
                    {child.name}
                  </Button>
                </th>
                {[child.people, child.floating, child.homes, child.vacant].map((count, i) => (
                  <td key={heads[i + 1]} className="o-number" data-head={t(`figures.${heads[i + 1]!}`)}>
                    {count ?? t('figures.withheld')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
