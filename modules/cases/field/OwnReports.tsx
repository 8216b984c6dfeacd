import { CardList } from '#platform/offline/field/index.ts'
import { Link, MorePages, Screen, useClient, useMoment, usePages, useText } from '#platform/ui/ui/index.ts'
import type { myReports } from '../common/contract-queries.ts'
import { casesMessages } from '../common/messages.ts'
import { fieldCaseMessages } from './messages.ts'

const newestRows = 50

/** What I reported and how far each one is. */
export function OwnReports() {
  const t = useText(fieldCaseMessages, casesMessages)
  const moment = useMoment()
  const client = useClient()
  const asked = usePages('own', page =>
    client.query<typeof myReports>('cases.my-reports', { limit: newestRows, ...page }),
  )
  return (
    <Screen title={t('own.title')} back="/mine">
      <CardList asked={asked} rows={asked.answer?.rows} rowKey={report => report.caseId} empty={t('own.empty')}>
        {report => (
          <>
            <Link to={`/case/${report.caseId}`} className="f-open">
              {report.title}
            </Link>
            <p className="w-soft">
              {report.number} · {t(`cases.status.${report.status}`)} · {moment(report.reportedAt)}
            </p>
          </>
        )}
      </CardList>
      <MorePages of={asked} />
    </Screen>
  )
}
