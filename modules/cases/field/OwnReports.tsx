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
import type { myReports } from '../common/contract-queries.ts'
import { casesMessages } from '../common/messages.ts'
import { fieldCaseMessages } from './messages.ts'

const newestRows = 50

/** What I reported and how far each one is. */
export function OwnReports() {
  const t = useText(fieldCaseMessages, casesMessages)
  const moment = useMoment()
  const client = useClient()
  const asked = useAnswer('own', () => client.query<typeof myReports>('cases.my-reports', { limit: newestRows }))
  const { reload } = asked
  useLive(() => void reload())
  return (
    <Screen title={t('own.title')} back="/mine">
      {asked.state === 'loading' ? <Spinner /> : null}
      {asked.state === 'failed' ? <ErrorState trouble={asked.trouble} onAgain={() => void reload()} /> : null}
      {asked.answer?.rows.length === 0 ? <EmptyState title={t('own.empty')} /> : null}
      <ul className="f-list">
        {asked.answer?.rows.map(report => (
          <li key={report.caseId} className="w-card">
            <Link to={`/case/${report.caseId}`} className="f-open">
              {report.title}
            </Link>
            <p className="w-soft">
              {report.number} · {t(`cases.status.${report.status}`)} · {moment(report.reportedAt)}
            </p>
          </li>
        ))}
      </ul>
    </Screen>
  )
}
