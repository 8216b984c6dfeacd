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
import type { listEntries } from '../common/contract.ts'
import { diaryMessages } from '../common/messages.ts'
import { fieldDiaryMessages } from './messages.ts'

const newestRows = 50

/** What I wrote and what became of it. */
export function OwnEntries() {
  const t = useText(fieldDiaryMessages, diaryMessages)
  const moment = useMoment()
  const client = useClient()
  const ask = { mine: true, limit: newestRows }
  const asked = useAnswer('own-entries', () => client.query<typeof listEntries>('diary.list', ask))
  const { reload } = asked
  useLive(() => void reload())
  return (
    <Screen title={t('mine.title')} back="/mine">
      <div className="w-actions">
        <Link to="/diary/write" className="w-button">
          {t('write.title')}
        </Link>
      </div>
      {asked.state === 'loading' ? <Spinner /> : null}
      {asked.state === 'failed' ? <ErrorState trouble={asked.trouble} onAgain={() => void reload()} /> : null}
      {asked.answer?.rows.length === 0 ? (
        <EmptyState title={t('mine.empty')}>
          <p>{t('mine.empty-hint')}</p>
        </EmptyState>
      ) : null}
      <ul className="f-list">
        {asked.answer?.rows.map(entry => (
          <li key={entry.entryId} className="w-card">
            <Link to={`/diary/${entry.entryId}`} className="f-open">
              {entry.text}
            </Link>
            <p className="w-soft">
              {t(`diary.kind.${entry.kind}`)} · {moment(entry.writtenAt)} ·{' '}
              {t(entry.outcome === 'open' ? `diary.standing.${entry.standing}` : `diary.outcome.${entry.outcome}`)}
            </p>
          </li>
        ))}
      </ul>
    </Screen>
  )
}
