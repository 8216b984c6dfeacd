import { CardList } from '#platform/offline/field/index.ts'
import { Link, Screen, useAnswer, useClient, useMoment, useText } from '#platform/ui/ui/index.ts'
import type { myRounds } from '../common/contract.ts'
import { patrolMessages } from '../common/messages.ts'
import { fieldPatrolMessages } from './messages.ts'
import { daysAhead } from './round-on-phone.ts'

/** Rounds of all my posts that run now or come today and tomorrow. */
export function RoundsPage() {
  const t = useText(fieldPatrolMessages, patrolMessages)
  const moment = useMoment()
  const client = useClient()
  const asked = useAnswer('my-rounds', () => client.query<typeof myRounds>('patrol.my-rounds', { days: daysAhead }))
  return (
    <Screen title={t('rounds.title')} back="/mine">
      <CardList
        asked={asked}
        rows={asked.answer?.rounds}
        rowKey={round => round.roundId}
        empty={t('rounds.empty')}
        emptyHint={t('rounds.empty-hint')}
      >
        {round => (
          <>
            <Link to={`/patrol/${round.roundId}`} className="f-open">
              {round.title} · {round.spanName}
            </Link>
            <p className="w-soft">
              {moment(round.fromAt)} – {moment(round.untilAt)} · {t(`round.${round.state}`)} ·{' '}
              {t('rounds.count', { checked: round.coverage.due - round.coverage.left, due: round.coverage.due })}
            </p>
          </>
        )}
      </CardList>
    </Screen>
  )
}
