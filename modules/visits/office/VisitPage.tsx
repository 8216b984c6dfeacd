import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useDo } from '#platform/ui/office/ask.ts'
import { OpenOnRecord } from '#platform/ui/office/OpenOnRecord.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { photoUrl } from '#platform/ui/ui/photo-url.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { showVisit } from '../common/contract.ts'
import { visitsMessages } from '../common/messages.ts'
import { visitsOfficeMessages } from './messages.ts'

type Shown = OutputOf<typeof showVisit>

/** One visit. Its words are opened by a press, because that is on record. */
export function Page() {
  const t = useText(visitsOfficeMessages)
  const { visitId } = useParams({ strict: false }) as { visitId: string }
  const [shown, setShown] = useState<Shown | null>(null)
  const open = useDo<typeof showVisit>('visits.show', { renews: [], onDone: setShown })
  return (
    <OfficePage title={t('visit.title')} actions={<Link to="/visits">{t('visit.back')}</Link>}>
      {shown ? (
        <Visit visit={shown} />
      ) : (
        <OpenOnRecord
          title={t('visit.title')}
          why={t('visit.open-why')}
          press={t('visit.open')}
          trouble={open.trouble}
          isSending={open.isSending}
          onOpen={() => open.send({ visitId })}
        />
      )}
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
      <dl className="o-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
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
      {visit.photos.map((id, index) => (
        <a key={id} href={photoUrl(id, 'large')}>
          <img src={photoUrl(id, 'small')} alt={`${t('visit.title')} ${index + 1}`} />
        </a>
      ))}
    </article>
  )
}
