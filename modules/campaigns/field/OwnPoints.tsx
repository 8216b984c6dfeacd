import {
  ErrorState,
  Link,
  MorePages,
  Screen,
  Spinner,
  useAnswer,
  useClient,
  useLive,
  usePages,
  useDeadline,
  useText,
} from '#platform/ui/ui/index.ts'
import type { listCampaigns, myPoints, PointRow } from '../common/contract-queries.ts'
import { campaignsMessages } from '../common/messages.ts'
import { fieldCampaignMessages } from './messages.ts'
import { running as runningOnly } from './offline.ts'

/** What I have to put right, where I may survey, what I recorded. */
export function OwnPoints() {
  const t = useText(fieldCampaignMessages)
  const client = useClient()
  const mine = useAnswer('my-points', () => client.query<typeof myPoints>('campaigns.my-points', {}))
  const running = usePages('running-campaigns', page =>
    client.query<typeof listCampaigns>('campaigns.list', { ...runningOnly, ...page }),
  )
  const { reload } = mine
  useLive(() => void reload())
  if (mine.state === 'failed') {
    return (
      <Screen title={t('mine.title')} back="/mine">
        <ErrorState trouble={mine.trouble} onAgain={() => void reload()} />
      </Screen>
    )
  }
  const open = running.answer?.rows.filter(row => row.maySurvey) ?? []
  return (
    <Screen title={t('mine.title')} back="/mine">
      {mine.state === 'loading' ? <Spinner /> : null}
      {mine.answer ? (
        <>
          <Points title={t('mine.ordered')} none={t('mine.no-ordered')} rows={mine.answer.ordered} />
          {mine.answer.orderedInAll > mine.answer.ordered.length ? (
            <p className="w-soft">
              {t('mine.ordered-more', { n: mine.answer.orderedInAll - mine.answer.ordered.length })}
            </p>
          ) : null}
          <section className="f-part" aria-labelledby="running">
            <h2 id="running">{t('mine.running')}</h2>
            {running.answer && open.length === 0 ? <p className="w-soft">{t('mine.none-running')}</p> : null}
            <ul className="f-list">
              {open.map(row => (
                <li key={row.campaignId} className="w-card">
                  <strong>{row.title}</strong>
                  <p className="w-soft">{row.areas.map(area => area.name).join('、')}</p>
                  <Link to={`/campaigns/survey/${row.campaignId}`} className="w-button">
                    {t('mine.survey')}
                  </Link>
                </li>
              ))}
            </ul>
            <MorePages of={running} />
          </section>
          <Points title={t('mine.surveyed')} none={t('mine.no-surveyed')} rows={mine.answer.surveyed} />
        </>
      ) : null}
    </Screen>
  )
}

interface PointsProps {
  readonly title: string
  readonly none: string
  readonly rows: readonly PointRow[]
}

function Points({ title, none, rows }: PointsProps) {
  const t = useText(fieldCampaignMessages, campaignsMessages)
  const deadline = useDeadline()
  return (
    <section className="f-part" aria-label={title}>
      <h2>{title}</h2>
      {rows.length === 0 ? <p className="w-soft">{none}</p> : null}
      <ul className="f-list">
        {rows.map(row => (
          <li key={row.pointId} className="w-card">
            {row.number === '' ? (
              <p>
                {t(`campaigns.work.${row.work}`)} · {row.note}
              </p>
            ) : (
              <Link to={`/campaigns/${row.pointId}`} className="f-open">
                {t(`campaigns.work.${row.work}`)} · {row.note}
              </Link>
            )}
            <p className="w-soft">
              {row.number === '' ? t('mine.on-phone') : `${row.number} · ${row.gridNames.slice(-1).join('')}`}
            </p>
            <p>
              <strong>
                {row.standing === 'overdue' ? t('campaigns.standing.overdue') : t(`campaigns.point.${row.state}`)}
              </strong>
              {row.dueAt && row.state === 'ordered' ? ` · ${t('mine.due', { at: deadline(row.dueAt) })}` : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
