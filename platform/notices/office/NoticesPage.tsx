import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { fill } from '../../i18n/common/translate.ts'
import { reword } from '../../i18n/common/wording.ts'
import { useAskList, useDo } from '../../ui/office/ask.ts'
import { Blank, Failed, Loading } from '../../ui/office/Blank.tsx'
import { MoreRows } from '../../ui/office/MoreRows.tsx'
import { Page as OfficePage } from '../../ui/office/Page.tsx'
import { useSubjects } from '../../ui/office/session.tsx'
import { useMoment } from '../../ui/ui/moment.ts'
import { useLocale, useText } from '../../ui/ui/use-text.ts'
import type { listNotices, markNoticesRead, NoticeItem } from '../common/contract.ts'
import { noticesMessages } from './messages.ts'

/** What moved that concerns me, newest first. */
export function Page() {
  const t = useText(noticesMessages)
  const moment = useMoment()
  const asked = useAskList<typeof listNotices>('notices.list', {})
  const { send, isSending } = useDo<typeof markNoticesRead>('notices.mark-read', { renews: ['notices.'] })
  const newest = asked.rows[0]
  return (
    <OfficePage
      title={t('notices.title')}
      about={t('notices.about')}
      actions={
        newest && asked.rows.some(row => row.readAt === null) ? (
          <Button loading={isSending} onClick={() => send({ until: newest.at })}>
            {t('notices.mark-read')}
          </Button>
        ) : null
      }
    >
      {asked.isPending ? <Loading /> : null}
      {asked.isError ? <Failed trouble={asked.error} onAgain={asked.refetch} /> : null}
      {asked.isSuccess && asked.rows.length === 0 ? (
        <Blank title={t('notices.empty')}>{t('notices.empty-why')}</Blank>
      ) : null}
      <ul className="o-lines">
        {asked.rows.map(row => (
          <li key={row.id}>
            <NoticeText row={row} />
            <span className="o-soft">{moment(row.at)}</span>
          </li>
        ))}
      </ul>
      {asked.rows.length > 0 ? <MoreRows asked={asked} /> : null}
    </OfficePage>
  )
}

function NoticeText({ row }: { readonly row: NoticeItem }) {
  const t = useText(noticesMessages)
  const { locale, wording } = useLocale()
  const subjects = useSubjects()
  const subject = subjects[row.subjectKind]
  // A higher module may have news about a lower one's thing: its words stand with its own subjects.
  const texts = [...(subject?.texts ?? []), ...Object.values(subjects).flatMap(one => one?.texts ?? [])]
  const words = texts.map(catalogue => catalogue[locale][`notice.${row.kind}`]).find(text => text) ?? row.kind
  const sentence = fill(locale === 'zh-CN' ? reword(words, wording) : words, row.params)
  return (
    <span className={row.readAt ? '' : 'o-unread'}>
      {row.readAt ? null : <span className="w-hidden">{t('notices.new')} </span>}
      {subject ? <Link to={subject.path(row.subjectId, null)}>{sentence}</Link> : sentence}
    </span>
  )
}
