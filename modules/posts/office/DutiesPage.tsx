import { Link } from '@tanstack/react-router'
import type { gridTree } from '#modules/grid/common/index.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useSession } from '#platform/ui/office/session.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { Assignments } from './Assignments.tsx'
import { Bodies } from './Bodies.tsx'
import { DutyPhones } from './DutyPhones.tsx'
import { postsOfficeMessages } from './messages.ts'
import { Several } from './Several.tsx'
import { Substitutes } from './Substitutes.tsx'
import { Vacancies } from './Vacancies.tsx'
import { Workload } from './Workload.tsx'
import './posts.css'

const tabs = ['vacancies', 'substitutes', 'workload', 'several', 'bodies', 'assignments', 'phones'] as const

/** Posts and the people on them, one question at a time. */
export function Page() {
  const t = useText(postsOfficeMessages)
  const { post } = useSession()
  const [url, setUrl] = useUrlState()
  const tree = useAsk<typeof gridTree>('grid.tree', { deepestLevel: 3 })
  const tab = tabs.find(one => one === url.tab) ?? 'vacancies'
  return (
    <OfficePage title={t('place.duties')} about={t('page.about')}>
      <nav className="o-chips" aria-label={t('tab.label')}>
        {tabs.map(one => (
          <Link
            key={one}
            to="/duties"
            search={{ ...url, tab: one } as never}
            className="o-chip"
            activeOptions={{ exact: true }}
            aria-current={one === tab ? 'true' : undefined}
          >
            {t(`tab.${one}`)}
          </Link>
        ))}
      </nav>
      <Answered asked={tree}>
        {({ grids }) => {
          const own = post?.gridPath?.split('.').slice(0, 3).join('.')
          const gridPath = url.grid ?? grids.find(({ path }) => path === own)?.path ?? grids[0]?.path ?? '1'
          return (
            <div className="o-stack">
              <div className="o-filters">
                <label>
                  <span>{t('page.grid')}</span>
                  <select
                    className="o-select"
                    value={gridPath}
                    onChange={event => setUrl({ grid: event.target.value })}
                  >
                    {grids.map(({ path, name, level }) => (
                      <option key={path} value={path}>
                        {'　'.repeat(level - 1)}
                        {name}
                      </option>
                    ))}
                  </select>
                </label>
              </div>
              {tab === 'vacancies' ? <Vacancies gridPath={gridPath} /> : null}
              {tab === 'substitutes' ? <Substitutes gridPath={gridPath} /> : null}
              {tab === 'workload' ? <Workload gridPath={gridPath} /> : null}
              {tab === 'several' ? <Several gridPath={gridPath} /> : null}
              {tab === 'bodies' ? <Bodies gridPath={gridPath} /> : null}
              {tab === 'phones' ? <DutyPhones gridPath={gridPath} /> : null}
              {tab === 'assignments' ? <Assignments gridPath={gridPath} /> : null}
            </div>
          )
        }}
      </Answered>
    </OfficePage>
  )
}
