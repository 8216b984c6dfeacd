import {
  EmptyState,
  ErrorState,
  Link,
  Screen,
  Spinner,
  useAnswer,
  useClient,
  useLive,
  useMoment,
  useText,
} from '#platform/ui/ui/index.ts'
import type { listMatters } from '../common/contract.ts'
import { mediationMessages } from '../common/messages.ts'
import { fieldMediationMessages } from './messages.ts'
import { ownMatters } from './offline.ts'

/** My mediations, without names, those to follow up with their day. */
export function MattersPage() {
  const t = useText(fieldMediationMessages, mediationMessages)
  const moment = useMoment()
  const client = useClient()
  const asked = useAnswer('mediation.mine', () =>
    client.query<typeof listMatters>('mediation.list', { mine: true, limit: ownMatters }),
  )
  const { reload } = asked
  useLive(() => void reload())
  return (
    <Screen title={t('list.title')} back="/mine">
      <div className="w-actions">
        <Link to="/mediation/write" className="w-button w-button-primary w-wide">
          {t('list.write')}
        </Link>
      </div>
      {asked.state === 'loading' ? <Spinner /> : null}
      {asked.state === 'failed' && !asked.answer ? (
        <ErrorState trouble={asked.trouble} onAgain={() => void reload()} />
      ) : null}
      {asked.answer?.rows.length === 0 ? (
        <EmptyState title={t('list.empty')}>
          <p>{t('list.empty-hint')}</p>
        </EmptyState>
      ) : null}
      <ul className="f-list">
        {asked.answer?.rows.map(row => (
          <li key={row.matterId} className="w-card">
            <Link to={`/mediation/${row.matterId}`} className="f-open">
              {t(`kind.${row.kind}`)}
            </Link>
            <p className="w-soft">
              {moment(row.at)} · {row.gridNames.at(-1)} · {t(`outcome.${row.outcome}`)}
            </p>
            {row.followUpOn ? <p className="f-warn">{t('list.follow-up', { day: row.followUpOn })}</p> : null}
          </li>
        ))}
      </ul>
    </Screen>
  )
}
