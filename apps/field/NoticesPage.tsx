import { useEffect } from 'react'
import { translator } from '#platform/i18n/common/translate.ts'
import type { NoticeItem } from '#platform/notices/common/contract.ts'
import { usePhone } from '#platform/offline/field/index.ts'
import {
  EmptyState,
  Link,
  MorePages,
  Screen,
  Unanswered,
  useLocale,
  useMoment,
  useText,
} from '#platform/ui/ui/index.ts'
import { fieldMessages } from './messages.ts'
import { noticePath, noticeWords } from './notice-words.ts'
import { useNotices } from './use-notices.ts'

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
      <Unanswered asked={asked} />
      {asked.answer?.rows.length === 0 ? <EmptyState title={t('notices.empty')} /> : null}
      <ul className="f-list">
        {asked.answer?.rows.map(notice => (
          <Notice key={notice.id} notice={notice} />
        ))}
      </ul>
      <MorePages of={asked} />
    </Screen>
  )
}

function Notice({ notice }: { readonly notice: NoticeItem }) {
  const t = useText(fieldMessages)
  const { locale, wording } = useLocale()
  const moment = useMoment()
  // The kind of a notice is data, so its key is known only when it arrives.
  const words = translator<string>(noticeWords, locale, wording)
  const text = words(`notice.${notice.kind}`, notice.params)
  const path = noticePath(notice)
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
