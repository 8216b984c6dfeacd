import { Link } from '@tanstack/react-router'
import type { gridTree } from '#modules/grid/common/index.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useSession } from '#platform/ui/office/session.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listSections } from '../common/contract.ts'
import { cleaningOfficeMessages } from './messages.ts'
import './cleaning-office.css'

/** Columns of numbers, with their heads above them. */
const numbers: readonly string[] = ['cleaners', 'looks', 'deductions', 'score', 'open']
const heads = ['section', 'grid', 'cleaners', 'looks', 'deductions', 'score', 'open'] as const

/** Sections of a grid in a month: open objections first, then the lowest score. */
export function Page() {
  const t = useText(cleaningOfficeMessages)
  const { post } = useSession()
  const [url, setUrl] = useUrlState()
  const tree = useAsk<typeof gridTree>('grid.tree', { deepestLevel: 3 })
  const asked = useAsk<typeof listSections>(
    'cleaning.sections',
    { ...(url.grid ? { gridPath: url.grid } : {}), ...(url.month ? { month: url.month } : {}) },
    { keep: true },
  )
  return (
    <OfficePage title={t('place.cleaning')} about={t('list.about')}>
      <div className="o-filters">
        <label>
          <span>{t('list.grid')}</span>
          <select
            className="o-select"
            value={url.grid ?? post?.gridPath ?? '1'}
            onChange={event => setUrl({ grid: event.target.value })}
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
          <span>{t('list.month')}</span>
          <input
            className="o-select"
            type="month"
            value={url.month ?? asked.data?.month ?? ''}
            onChange={event => setUrl({ month: event.target.value || undefined })}
          />
        </label>
      </div>
      <Answered asked={asked}>
        {({ sections, month }) =>
          sections.length === 0 ? (
            <Blank title={t('list.empty')}>{t('list.empty-why')}</Blank>
          ) : (
            <section className="o-card cl-wide" aria-label={t('list.label')}>
              <p>
                {t('list.count', { count: sections.length, open: sections.reduce((sum, { open }) => sum + open, 0) })}
              </p>
              <table className="o-plain">
                <thead>
                  <tr>
                    {heads.map(head => (
                      <th key={head} scope="col" className={numbers.includes(head) ? 'o-number' : undefined}>
                        {t(`column.${head}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {sections.map(row => (
                    <tr key={row.sectionId}>
                      <td>
                        <Link
                          to="/cleaning/$sectionId"
                          params={{ sectionId: row.sectionId }}
                          search={{ month } as never}
                        >
                          {row.name}
                        </Link>
                      </td>
                      <td>{row.gridName}</td>
                      <td className="o-number">{row.cleaners}</td>
                      <td className="o-number">{row.looks}</td>
                      <td className="o-number">{row.deductions}</td>
                      <td className="o-number">{row.score}</td>
                      <td className="o-number">{row.open || ''}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )
        }
      </Answered>
    </OfficePage>
  )
}
