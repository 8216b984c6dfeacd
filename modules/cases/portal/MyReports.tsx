import { useState } from 'react'
import {
  Button,
  EmptyState,
  ErrorState,
  Link,
  Screen,
  Spinner,
  Trouble,
  Unanswered,
  useAnswer,
  useClient,
  useLive,
  useMoment,
  usePlace,
  useSending,
  useText,
} from '#platform/ui/ui/index.ts'
import type { followOwnCase, myReports } from '../common/contract-queries.ts'
import { casesMessages } from '../common/messages.ts'
import type { MyReport } from '../common/presented.ts'
import { portalCaseMessages } from './messages.ts'
import { Progress } from './Progress.tsx'

/** For signed-in residents: everything they reported, and each one's progress, without a code. */
export function MyReports() {
  const { path } = usePlace()
  return path[1] ? <OwnReport key={path[1]} caseId={path[1]} /> : <ReportList />
}

function ReportList() {
  const t = useText(portalCaseMessages)
  const client = useClient()
  const more = useSending()
  const [older, setOlder] = useState<{ rows: readonly MyReport[]; next: string | null } | null>(null)
  const asked = useAnswer('my-reports', () => client.query<typeof myReports>('cases.my-reports', {}))
  useLive(() => {
    setOlder(null)
    void asked.reload()
  })
  const rows = [...(asked.answer?.rows ?? []), ...(older?.rows ?? [])]
  const next = older ? older.next : (asked.answer?.next ?? null)
  async function loadMore(cursor: string) {
    const page = await more.send(() => client.query<typeof myReports>('cases.my-reports', { cursor }))
    if (page) setOlder(before => ({ rows: [...(before?.rows ?? []), ...page.rows], next: page.next }))
  }
  return (
    <Screen title={t('mine.title')} back="/">
      {asked.state === 'loading' ? <Spinner /> : null}
      {asked.state === 'failed' ? <ErrorState trouble={asked.trouble} onAgain={() => void asked.reload()} /> : null}
      {asked.state === 'ready' && rows.length === 0 ? (
        <EmptyState title={t('mine.empty')}>
          <Link to="/report" className="w-button w-button-primary">
            {t('report.title')}
          </Link>
        </EmptyState>
      ) : null}
      <ul className="p-list">
        {rows.map(report => (
          <ReportCard key={report.caseId} report={report} />
        ))}
      </ul>
      <Trouble trouble={more.trouble} />
      {next ? (
        <Button isWide isBusy={more.isSending} onPress={() => void loadMore(next)}>
          {t('mine.more')}
        </Button>
      ) : null}
    </Screen>
  )
}

function ReportCard({ report }: { readonly report: MyReport }) {
  const t = useText(portalCaseMessages, casesMessages)
  const moment = useMoment()
  return (
    <li className="w-card">
      <Link to={`/mine/${report.caseId}`} className="p-item">
        <strong>{report.title}</strong>
        <span>{report.next ? t(`cases.follow.${report.next.step}.next`) : t(`cases.status.${report.status}`)}</span>
        <span className="w-soft">{moment(report.reportedAt)}</span>
        {report.mayRate ? <span className="p-due">{t('mine.rate')}</span> : null}
      </Link>
    </li>
  )
}

function OwnReport({ caseId }: { readonly caseId: string }) {
  const t = useText(portalCaseMessages)
  const client = useClient()
  const asked = useAnswer(caseId, () => client.query<typeof followOwnCase>('cases.follow-own', { caseId }))
  useLive(change => {
    if (change === 'reset' || change.id === caseId) void asked.reload()
  })
  return (
    <Screen title={t('follow.title')} back="/mine">
      <Unanswered asked={asked} />
      {asked.answer ? <Progress view={asked.answer} who={{ caseId }} onChanged={asked.reload} /> : null}
    </Screen>
  )
}
