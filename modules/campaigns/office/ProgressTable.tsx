import { Button } from 'antd'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { campaignsMessages } from '../common/messages.ts'
import { useMoney, useQuantities } from '../ui/index.ts'
import type { ShownCampaign } from './CampaignPage.tsx'
import { campaignsOfficeMessages } from './messages.ts'

const nothing = { state: undefined, standing: undefined, grid: undefined, holder: undefined, work: undefined }
const named: readonly number[] = [2, 3, 4]

/** Progress by grid or by who has it; each line and each late figure opens its points. */
export function ProgressTable({ campaign, by }: { readonly campaign: ShownCampaign; readonly by: 'grid' | 'holder' }) {
  const t = useText(campaignsOfficeMessages, campaignsMessages)
  const [, setUrl] = useUrlState()
  const money = useMoney()
  const quantities = useQuantities()
  const groups = by === 'grid' ? campaign.byGrid : campaign.byHolder
  const title = t(`one.by-${by}`)
  const heads = ['points', 'progress', 'overdue', 'late', 'planned', 'spent', 'done'] as const
  const base = campaign.gridPath.split('.').length
  const depths = [2, 3, 4, 5, 6].filter(depth => depth >= base && depth <= base + 3)
  const open = (key: string, more: Readonly<Record<string, string>> = {}) => setUrl({ ...nothing, [by]: key, ...more })
  return (
    <section className="o-card o-stack" aria-label={title}>
      <h2>{title}</h2>
      {by === 'grid' ? (
        <div className="o-filters">
          <label>
            <span>{t('one.depth')}</span>
            <select
              className="o-select"
              value={campaign.depth}
              onChange={event => setUrl({ depth: event.target.value })}
            >
              {depths.map(depth => (
                <option key={depth} value={depth}>
                  {named.includes(depth) ? t(`one.depth-${depth as 2 | 3 | 4}`) : t('one.depth-n', { n: depth })}
                </option>
              ))}
            </select>
          </label>
        </div>
      ) : null}
      {groups.length === 0 ? (
        <p className="o-hint">{t('one.nothing')}</p>
      ) : (
        <div className="o-scroll" role="group" aria-label={title}>
          <table className="o-plain">
            <thead>
              <tr>
                <th scope="col">{t(by === 'grid' ? 'column.grid' : 'column.holder')}</th>
                {heads.map(head => (
                  <th key={head} scope="col" className={head === 'done' ? undefined : 'o-number'}>
                    {t(`column.${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {groups.map(group => {
                const done = group.byState['ticked-off']
                return (
                  <tr key={group.key}>
                    <th scope="row">
                      <Button
                        type="link"
                        className="o-link"
                        aria-label={t('one.open-points', { name: group.name })}
                        onClick={() => open(group.key)}
                      >
                        {group.name}
                      </Button>
                    </th>
                    <td className="o-number">{group.points}</td>
                    <td className="o-number">
                      {done}
                      <div className="ca-bar" aria-hidden="true">
                        <span style={{ width: `${group.points === 0 ? 0 : (done / group.points) * 100}%` }} />
                      </div>
                    </td>
                    <td className="o-number">
                      <Figure
                        count={group.overdue}
                        name={`${group.name} ${t('column.overdue')}`}
                        onOpen={() => open(group.key, { standing: 'overdue' })}
                      />
                    </td>
                    <td className="o-number">
                      <Figure
                        count={group.late}
                        name={`${group.name} ${t('column.late')}`}
                        onOpen={() => open(group.key, { standing: 'late' })}
                      />
                    </td>
                    <td className="o-number ca-whole">{money(group.plannedFen)}</td>
                    <td className="o-number ca-whole">{money(group.spentFen)}</td>
                    <td>{quantities(group.done)}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

interface FigureProps {
  readonly count: number
  readonly name: string
  readonly onOpen: () => void
}

function Figure({ count, name, onOpen }: FigureProps) {
  const t = useText(campaignsOfficeMessages)
  if (count === 0) return <>0</>
  return (
    <Button size="small" aria-label={t('one.open-figure', { name, count })} onClick={onOpen}>
      {count}
    </Button>
  )
}
