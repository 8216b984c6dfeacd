import { useEffect } from 'react'
import { casesMessages } from '#modules/cases/field/index.ts'
import { coordinationMessages } from '#modules/coordination/common/index.ts'
import { supervisionMessages } from '#modules/supervision/common/index.ts'
import { diaryMessages } from '#modules/diary/field/index.ts'
import { identityMessages } from '#modules/identity/ui/index.ts'
import { campaignsMessages } from '#modules/campaigns/field/index.ts'
import { translator } from '#platform/i18n/common/translate.ts'
import type { NoticeItem } from '#platform/notices/common/contract.ts'
import { usePhone } from '#platform/offline/field/index.ts'
import { EmptyState, ErrorState, Link, Screen, Spinner, useLocale, useMoment, useText } from '#platform/ui/ui/index.ts'
import { fieldMessages } from './messages.ts'
import { useNotices } from './use-notices.ts'
import type { listNotices, markNoticesRead, NoticeItem } from '#platform/notices/common/contract.ts'
import {
  EmptyState,
  ErrorState,
  Link,
  Screen,
  Spinner,
  useAnswer,
  useClient,
  useLive,
  useLocale,
  useMoment,
  useText,
} from '#platform/ui/ui/index.ts'
import { campaignsMessages, fieldCampaignMessages } from '#modules/campaigns/field/index.ts'
import { institutionsFieldMessages } from '#modules/institutions/field/index.ts'
import { fieldPatrolMessages } from '#modules/patrol/field/index.ts'
import { fieldMessages } from './messages.ts'

function useNotices() {
  const client = useClient()
  const asked = useAnswer('notices', () => client.query<typeof listNotices>('notices.list', { limit: 50 }))
  const { reload } = asked
  useLive(() => void reload())
  return asked
}

/** From "me" to what I reported and what I was told. */
interface OwnLinksProps {
  readonly keepsDiary: boolean
  readonly walks: boolean
  readonly hasPoints: boolean
  readonly readsInstitutions: boolean
}

export function OwnLinks({ keepsDiary, walks, hasPoints, readsInstitutions }: OwnLinksProps) {
  const t = useText(fieldMessages, fieldDiaryMessages)
  const words = useText(fieldPatrolMessages)
  const campaignWords = useText(fieldCampaignMessages)
  const library = useText(institutionsFieldMessages)
  const unread = useNotices().answer?.unread ?? 0
  return (
    <nav className="w-actions" aria-label={t('own.label')}>
      <Link to="/own" className="w-button">
        {t('own.reports')}
      </Link>
      {keepsDiary ? (
        <Link to="/diary" className="w-button">
          {t('mine.title')}
        </Link>
      ) : null}
      {walks ? (
        <Link to="/patrol" className="w-button">
          {words('rounds.title')}
        </Link>
      ) : null}
      {hasPoints ? (
        <Link to="/campaigns" className="w-button">
          {campaignWords('mine.title')}
        </Link>
      ) : null}
      {readsInstitutions ? (
        <Link to="/institutions" className="w-button">
          {library('library.title')}
        </Link>
      ) : null}
      <Link to="/notices" className="w-button">
        {unread > 0 ? t('notices.unread', { n: unread }) : t('notices.title')}
      </Link>
    </nav>
  )
}

/** Newest first; seeing them is reading them. */
export function NoticesPage() {
  const t = useText(fieldMessages)
  const phone = usePhone()
  const asked = useNotices()
  const newest = asked.answer?.rows[0]
  const unread = newest && newest.readAt === null ? newest.at : null
  useEffect(() => {
    if (unread === null) return
    // Read is read, with a network or without: the server hears of it when it can.
    void phone.perform({ command: 'notices.mark-read', input: { until: unread }, title: '', patience: 0 })
  }, [phone, unread])
  return (
    <Screen title={t('notices.title')} back="/mine">
      {asked.state === 'loading' ? <Spinner /> : null}
      {asked.state === 'failed' ? <ErrorState trouble={asked.trouble} onAgain={() => void asked.reload()} /> : null}
      {asked.answer?.rows.length === 0 ? <EmptyState title={t('notices.empty')} /> : null}
      <ul className="f-list">
        {asked.answer?.rows.map(notice => (
          <Notice key={notice.id} notice={notice} />
        ))}
      </ul>
    </Screen>
  )
}

function Notice({ notice }: { readonly notice: NoticeItem }) {
  const t = useText(fieldMessages)
  const { locale, wording } = useLocale()
  const moment = useMoment()
  // The kind of a notice is data, so its key is known only when it arrives.
  const words = translator<string>(
    [casesMessages, diaryMessages, identityMessages, supervisionMessages, coordinationMessages, campaignsMessages],
    locale,
    wording,
  )
  const text = words(`notice.${notice.kind}`, notice.params)
  const place = { case: 'case', 'diary-entry': 'diary', 'campaign-point': 'campaigns' }[notice.subjectKind]
  const path = place ? `/${place}/${notice.subjectId}` : null
  return (
    <li className="w-card">
      {path ? (
        <Link to={path} className="f-open">
          {text}
        </Link>
      ) : (
        <p>{text}</p>
      )}
      <p className="w-soft">
        {moment(notice.at)}
        {notice.readAt === null ? ` · ${t('notices.new')}` : ''}
      </p>
    </li>
  )
}
