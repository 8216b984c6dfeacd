import { Link } from '@tanstack/react-router'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { useDeadline } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { LimitClock } from '#platform/worktime/common/index.ts'
import type { accountability } from '../common/contract-queries.ts'
import { lateWords } from '../common/late-by.ts'
import { campaignsMessages } from '../common/messages.ts'
import { campaignsOfficeMessages } from './messages.ts'

/** 问责清单: who had what, late by how much working time, why. */
export function AccountabilityList({ campaignId }: { readonly campaignId: string }) {
  const t = useText(campaignsOfficeMessages, campaignsMessages)
  const deadline = useDeadline()
  const asked = useAsk<typeof accountability>('campaigns.accountability', { campaignId }, { keep: true })
  const heads = ['number', 'place', 'holder', 'due', 'state', 'late-by', 'why'] as const
  return (
    <section className="o-card o-stack" aria-label={t('one.accountability')}>
      <h2>{t('one.accountability')}</h2>
      <p className="o-hint">{t('one.accountability-about')}</p>
      <Answered asked={asked}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p>{t('one.accountability-none')}</p>
          ) : (
            <div className="o-scroll" role="group" aria-label={t('one.accountability')}>
              <table className="o-plain">
                <thead>
                  <tr>
                    {heads.map(head => (
                      <th key={head} scope="col">
                        {t(`column.${head}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map(row => (
                    <tr key={row.pointId}>
                      <th scope="row">
                        <Link to="/campaign-points/$pointId" params={{ pointId: row.pointId }}>
                          {row.number}
                        </Link>
                      </th>
                      <td>{row.gridNames.slice(-2).join(' › ')}</td>
                      <td>{row.order?.holderName}</td>
                      <td className="ca-whole">{row.dueAt ? deadline(row.dueAt) : ''}</td>
                      <td className="ca-whole">
                        {row.standing === 'overdue' ? (
                          <b className="o-urgent">{t('campaigns.standing.overdue')}</b>
                        ) : (
                          t(`campaigns.standing.${row.standing}`)
                        )}
                      </td>
                      <td>
                        <LateBy lateBy={row.lateBy} clock={row.clock} />
                      </td>
                      <td>{row.lateReasons.join('；')}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Answered>
    </section>
  )
}

interface LateByProps {
  readonly lateBy: number
  readonly clock: LimitClock
}

/** So much on the clock of the limit. */
function LateBy({ lateBy, clock }: LateByProps) {
  const t = useText(campaignsOfficeMessages)
  const { key, ...amounts } = lateWords(lateBy, clock)
  return <>{t('late.in-clock', { time: t(`late.${key}`, amounts), clock: t(`clock.${clock}`) })}</>
}
