import { Link, useParams } from '@tanstack/react-router'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { Facts } from '#platform/ui/office/Facts.tsx'
import { OpenOnRecord } from '#platform/ui/office/OpenOnRecord.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { PhotoLine } from '#platform/ui/office/PhotoLine.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { showVisit } from '../common/contract.ts'
import { visitsMessages } from '../common/messages.ts'
import { visitsOfficeMessages } from './messages.ts'

type Shown = OutputOf<typeof showVisit>

/** One visit. Its words are opened by a press, because that is on record. */
export function Page() {
  const t = useText(visitsOfficeMessages)
  const { visitId } = useParams({ strict: false }) as { visitId: string }
  return (
    <OfficePage title={t('visit.title')} actions={<Link to="/visits">{t('visit.back')}</Link>}>
      <OpenOnRecord<typeof showVisit>
        command="visits.show"
        input={{ visitId }}
        title={t('visit.title')}
        why={t('visit.open-why')}
        press={t('visit.open')}
      >
        {visit => <Visit visit={visit} />}
      </OpenOnRecord>
    </OfficePage>
  )
}

function Visit({ visit }: { readonly visit: Shown }) {
  const t = useText(visitsOfficeMessages, visitsMessages)
  const moment = useMoment()
  const facts = [
    [t('column.kind'), t(`kind.${visit.kind}`)],
    [t('column.whom'), visit.whom.map(one => one.name).join('、') || visit.topic || t('visit.nobody')],
    [t('column.where'), visit.gridNames.join(' › ')],
    [t('column.at'), `${moment(visit.at)} ${visit.byName ?? ''}`],
    [t('column.meeting'), t(`meeting.${visit.meeting}`)],
    [t('visit.consent'), t(`consent.${visit.consent}`)],
    [
      t('column.outcome'),
      [t(`outcome.${visit.outcome}`), visit.dueOn ? t('visit.due', { day: visit.dueOn }) : ''].join(' '),
    ],
  ] as const
  return (
    <article className="o-card o-stack">
      <Facts facts={facts} />
      {visit.reached === null ? null : <p>{t('visit.reached', { count: visit.reached })}</p>}
      <h2>{t('visit.words')}</h2>
      <p>{visit.text || '—'}</p>
      {visit.done ? (
        <p>{t('visit.done', { when: moment(visit.done.at), who: visit.done.byName ?? '', text: visit.done.text })}</p>
      ) : null}
      {visit.cases.map(one => (
        <Link key={one.caseId} to="/cases/$caseId" params={{ caseId: one.caseId }}>
          {one.number}
        </Link>
      ))}
      <PhotoLine fileIds={visit.photos} alt={n => `${t('visit.title')} ${n}`} />
    </article>
  )
}
