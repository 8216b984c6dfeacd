import { Link, useParams } from '@tanstack/react-router'
import { CaseStatusBadge } from '#modules/cases/ui/index.ts'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useDeadline, useMoment } from '#platform/ui/ui/moment.ts'
import { photoUrl } from '#platform/ui/ui/photo-url.ts'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import type { showEntry } from '../common/contract.ts'
import { diaryMessages } from '../common/messages.ts'
import { transferPrintMessages } from '../common/print-messages.ts'
import { diaryOfficeMessages } from './messages.ts'
import { PersonMet } from './PersonMet.tsx'
import { SettleEntry } from './SettleEntry.tsx'
import './diary-office.css'

export type ShownEntry = OutputOf<typeof showEntry>

/** One entry: what was said, what was answered, what came of it. */
export function Page() {
  const t = useText(diaryOfficeMessages)
  const { entryId } = useParams({ strict: false }) as { entryId: string }
  const asked = useAsk<typeof showEntry>('diary.show', { entryId })
  return (
    <OfficePage title={t('entry.title')} actions={<Link to="/diary">{t('entry.back')}</Link>}>
      <Answered asked={asked}>{entry => <Entry key={entry.entryId} entry={entry} />}</Answered>
    </OfficePage>
  )
}

function Entry({ entry }: { readonly entry: ShownEntry }) {
  const t = useText(diaryOfficeMessages)
  const may = useMay()
  return (
    <>
      <article className="o-card o-stack">
        <p className="di-words">{entry.text}</p>
        <Facts entry={entry} />
        <Photos ids={entry.photos} />
        {may('diary.see-person') ? <PersonMet entryId={entry.entryId} hasPerson={entry.hasPerson} /> : null}
      </article>
      <Answers entry={entry} />
      {entry.mayAnswer ? (
        <section className="o-card" aria-labelledby="settle">
          <h2 id="settle">{t('settle.title')}</h2>
          <SettleEntry entry={entry} />
        </section>
      ) : null}
    </>
  )
}

function Facts({ entry }: { readonly entry: ShownEntry }) {
  const t = useText(diaryOfficeMessages, diaryMessages)
  const words = useText(transferPrintMessages)
  const { locale } = useLocale()
  const moment = useMoment()
  const deadline = useDeadline()
  const { caseFile, order } = entry
  return (
    <dl className="o-facts">
      <dt>{t('entry.outcome')}</dt>
      <dd>
        <b>{t(`diary.outcome.${entry.outcome}`)}</b>
      </dd>
      <dt>{t('entry.standing')}</dt>
      <dd>
        {t(`diary.standing.${entry.standing}`)}
        {entry.standing === 'waiting' ? ` · ${t('entry.due', { at: deadline(entry.dueAt) })}` : null}
      </dd>
      {caseFile ? (
        <>
          <dt>{t('entry.case')}</dt>
          <dd>
            {caseFile.status ? (
              <>
                <Link to="/cases/$caseId" params={{ caseId: caseFile.caseId }}>
                  {t('entry.open-case-page', { number: caseFile.number })}
                </Link>{' '}
                <CaseStatusBadge status={caseFile.status} />
              </>
            ) : (
              caseFile.number
            )}
          </dd>
        </>
      ) : null}
      {order ? (
        <>
          <dt>{t('entry.order')}</dt>
          <dd className="di-words">
            {order.number} · {moment(order.at)} · {order.byName}{' '}
            <a href={printAddress(entry.entryId, locale)} target="_blank" rel="noreferrer">
              {words('print.button')}
            </a>
          </dd>
        </>
      ) : null}
      <dt>{t('entry.kind')}</dt>
      <dd>{t(`diary.kind.${entry.kind}`)}</dd>
      <dt>{t('entry.way')}</dt>
      <dd>{t(`diary.way.${entry.way}`)}</dd>
      <dt>{t('entry.where')}</dt>
      <dd>{entry.gridNames.join(' › ')}</dd>
      {entry.address ? (
        <>
          <dt>{t('entry.address')}</dt>
          <dd>{entry.address}</dd>
        </>
      ) : null}
      <dt>{t('entry.writer')}</dt>
      <dd>{entry.writerName}</dd>
      <dt>{t('entry.written')}</dt>
      <dd>{moment(entry.writtenAt)}</dd>
    </dl>
  )
}

const printAddress = (entryId: string, locale: string) =>
  `/api/diary.print-transfer?${new URLSearchParams({ entryId, locale })}`

function Photos({ ids }: { readonly ids: readonly string[] }) {
  const t = useText(diaryOfficeMessages)
  if (ids.length === 0) return null
  return (
    <ul className="di-photos" aria-label={t('entry.photos')}>
      {ids.map((id, index) => (
        <li key={id}>
          <a href={photoUrl(id, 'large')} target="_blank" rel="noreferrer">
            <img src={photoUrl(id, 'small')} alt={t('entry.photo', { n: index + 1 })} loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  )
}

function Answers({ entry: { feedback } }: { readonly entry: ShownEntry }) {
  const t = useText(diaryOfficeMessages, diaryMessages)
  const moment = useMoment()
  return (
    <section className="o-card" aria-labelledby="answers">
      <h2 id="answers">{t('answers.title')}</h2>
      {feedback.length === 0 ? <p className="o-hint">{t('answers.none')}</p> : null}
      <ul className="o-lines">
        {feedback.map(answer => (
          <li key={answer.at}>
            <span className="di-words">
              <b>{t(`diary.outcome.${answer.outcome}`)}</b> {answer.text}
            </span>
            <span className="o-soft">
              {answer.byName} · {moment(answer.at)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
