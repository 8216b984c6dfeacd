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
  const { reload } = asked
  useLive(() => void reload())
  return (
    <Screen title={t('rounds.title')} back="/mine">
      {asked.state === 'loading' ? <Spinner /> : null}
      {asked.state === 'failed' ? <ErrorState trouble={asked.trouble} onAgain={() => void reload()} /> : null}
      {asked.answer?.rounds.length === 0 ? (
        <EmptyState title={t('rounds.empty')}>
          <p>{t('rounds.empty-hint')}</p>
        </EmptyState>
      ) : null}
      <ul className="f-list">
        {asked.answer?.rounds.map(round => (
          <li key={round.roundId} className="w-card">
            <Link to={`/patrol/${round.roundId}`} className="f-open">
              {round.title} · {round.spanName}
            </Link>
            <p className="w-soft">
              {moment(round.fromAt)} – {moment(round.untilAt)} · {t(`round.${round.state}`)} ·{' '}
              {t('rounds.count', { checked: round.coverage.due - round.coverage.left, due: round.coverage.due })}
            </p>
          </li>
        ))}
      </ul>
    </Screen>
  )
}
