import { CardList } from '#platform/offline/field/index.ts'
import { Link, MorePages, Screen, useClient, useMoment, usePages, useText } from '#platform/ui/ui/index.ts'
import type { listEntries } from '../common/contract.ts'
import { diaryMessages } from '../common/messages.ts'
import { fieldDiaryMessages } from './messages.ts'

const newestRows = 50

/** What I wrote and what became of it. */
export function OwnEntries() {
  const t = useText(fieldDiaryMessages, diaryMessages)
  const moment = useMoment()
  const client = useClient()
  const asked = usePages('own-entries', page =>
    client.query<typeof listEntries>('diary.list', { mine: true, limit: newestRows, ...page }),
  )
  return (
    <Screen title={t('mine.title')} back="/mine">
      <div className="w-actions">
        <Link to="/diary/write" className="w-button">
          {t('write.title')}
        </Link>
      </div>
      <CardList
        asked={asked}
        rows={asked.answer?.rows}
        rowKey={entry => entry.entryId}
        empty={t('mine.empty')}
        emptyHint={t('mine.empty-hint')}
      >
        {entry => (
          <>
            <Link to={`/diary/${entry.entryId}`} className="f-open">
              {entry.text}
            </Link>
            <p className="w-soft">
              {t(`diary.kind.${entry.kind}`)} · {moment(entry.writtenAt)} ·{' '}
              {t(entry.outcome === 'open' ? `diary.standing.${entry.standing}` : `diary.outcome.${entry.outcome}`)}
            </p>
          </>
        )}
      </CardList>
      <MorePages of={asked} />
    </Screen>
  )
}
