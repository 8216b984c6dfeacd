import { CardList } from '#platform/offline/field/index.ts'
import { Link, MorePages, Screen, useClient, useMoment, usePages, useText } from '#platform/ui/ui/index.ts'
import type { listMatters } from '../common/contract.ts'
import { mediationMessages } from '../common/messages.ts'
import { fieldMediationMessages } from './messages.ts'
import { ownMatters } from './offline.ts'

/** My mediations, without names, those to follow up with their day. */
export function MattersPage() {
  const t = useText(fieldMediationMessages, mediationMessages)
  const moment = useMoment()
  const client = useClient()
  const asked = usePages('mediation.mine', page =>
    client.query<typeof listMatters>('mediation.list', { mine: true, limit: ownMatters, ...page }),
  )
  return (
    <Screen title={t('list.title')} back="/mine">
      <div className="w-actions">
        <Link to="/mediation/write" className="w-button w-button-primary w-wide">
          {t('list.write')}
        </Link>
      </div>
      <CardList
        asked={asked}
        rows={asked.answer?.rows}
        rowKey={row => row.matterId}
        empty={t('list.empty')}
        emptyHint={t('list.empty-hint')}
      >
        {row => (
          <>
            <Link to={`/mediation/${row.matterId}`} className="f-open">
              {t(`kind.${row.kind}`)}
            </Link>
            <p className="w-soft">
              {moment(row.at)} · {row.gridNames.at(-1)} · {t(`outcome.${row.outcome}`)}
            </p>
            {row.followUpOn ? <p className="f-warn">{t('list.follow-up', { day: row.followUpOn })}</p> : null}
          </>
        )}
      </CardList>
      <MorePages of={asked} />
    </Screen>
  )
}
