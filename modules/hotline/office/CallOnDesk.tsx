import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useKeys } from '#platform/ui/office/keys.ts'
import { useMay } from '#platform/ui/office/session.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { showCall } from '../common/contract.ts'
import { hotlineMessages } from '../common/messages.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { CallerHistory } from './CallerHistory.tsx'
import type { UsedArticle } from './Knowledge.tsx'
import { LinkCaseForm } from './LinkCaseForm.tsx'
import { hotlineOfficeMessages } from './messages.ts'
import { OpenCaseForm } from './OpenCaseForm.tsx'

type ShownCall = OutputOf<typeof showCall>

interface CallOnDeskProps {
  readonly call: ShownCall
  readonly used: UsedArticle | null
  readonly onUsed: (article: UsedArticle | null) => void
}

/** One call: what was said, who called before, and how it is settled. */
export function CallOnDesk({ call, used, onUsed }: CallOnDeskProps) {
  const t = useText(hotlineOfficeMessages, hotlineMessages)
  const may = useMay()
  const moment = useMoment()
  return (
    <article className="ho-body">
      <h2>{t('call.title', { number: call.maskedNumber })}</h2>
      <p className="ho-words">{call.summary || t('call.no-words')}</p>
      <dl className="o-facts ho-part">
        <dt>{t('call.outcome')}</dt>
        <dd>
          <b>{t(`desk.outcome.${call.outcome}`)}</b>
        </dd>
        <dt>{t('call.taken')}</dt>
        <dd>{moment(call.takenAt)}</dd>
        <dt>{t('call.kind')}</dt>
        <dd>{t(`hotline.kind.${call.kind}`)}</dd>
        {call.place ? (
          <>
            <dt>{t('call.place')}</dt>
            <dd>{call.place}</dd>
          </>
        ) : null}
        {call.answer ? (
          <>
            <dt>{t('call.answer')}</dt>
            <dd className="ho-words">{call.answer}</dd>
          </>
        ) : null}
        {call.caseId ? (
          <>
            <dt>{t('call.case')}</dt>
            <dd>
              <Link to="/cases/$caseId" params={{ caseId: call.caseId }}>
                {t('call.open-page', { number: call.caseNumber ?? '' })}
              </Link>
            </dd>
          </>
        ) : null}
        <dt>{t('call.earlier')}</dt>
        <dd>
          {call.earlierCalls > 0 ? t('call.earlier-count', { count: call.earlierCalls }) : t('call.earlier-none')}
        </dd>
      </dl>
      {may('hotline.see-caller') ? <CallerHistory callId={call.callId} /> : null}
      {call.outcome === 'open' ? <Settle call={call} used={used} onUsed={onUsed} /> : null}
    </article>
  )
}

const ways = { 'answer-now': 'a', 'open-case': 'o', 'link-case': 'l' } as const
type Way = keyof typeof ways

/** Three ways, one key each. What needs another permission is not offered. */
function Settle({ call, used, onUsed }: CallOnDeskProps) {
  const t = useText(hotlineOfficeMessages)
  const may = useMay()
  const [way, setWay] = useState<Way | null>(null)
  const offered = (Object.keys(ways) as Way[]).filter(
    one => one === 'answer-now' || may(one === 'open-case' ? 'cases.report' : 'cases.read'),
  )
  useKeys(Object.fromEntries(offered.map(one => [ways[one], () => setWay(one)])))
  useEffect(() => {
    if (used) setWay('answer-now')
  }, [used])
  const onCancel = () => {
    onUsed(null)
    setWay(null)
  }
  return (
    <section className="ho-part" aria-labelledby="settle">
      <h3 id="settle">{t('call.settle')}</h3>
      <div className="ho-choices">
        {offered.map(one => (
          <Button
            key={one}
            type={way === one ? 'primary' : 'default'}
            aria-expanded={way === one}
            aria-keyshortcuts={ways[one]}
            onClick={() => setWay(one)}
          >
            {t(`call.${one}`)}
            <kbd aria-hidden="true">{ways[one]}</kbd>
          </Button>
        ))}
      </div>
      {way === 'answer-now' ? <AnswerForm call={call} used={used} onUsed={onUsed} onCancel={onCancel} /> : null}
      {way === 'open-case' ? <OpenCaseForm call={call} onCancel={onCancel} /> : null}
      {way === 'link-case' ? <LinkCaseForm callId={call.callId} onCancel={onCancel} /> : null}
    </section>
  )
}
