import { Link, useParams } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { PhotoLine } from '#platform/ui/office/PhotoLine.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { decideObjection, DeductionView, showSection } from '../common/contract.ts'
import { cleaningMessages } from '../common/messages.ts'
import { cleaningTextLimits as most, type ObjectionOutcome, objectionOutcomes } from '../common/score.ts'
import { cleaningOfficeMessages } from './messages.ts'

/** One section in a month: its score, and every deduction down to its events. */
export function Page() {
  const t = useText(cleaningOfficeMessages)
  const { sectionId } = useParams({ strict: false }) as { sectionId: string }
  const [url] = useUrlState()
  const asked = useAsk<typeof showSection>('cleaning.section', {
    sectionId,
    ...(url.month ? { month: url.month } : {}),
  })
  return (
    <OfficePage
      title={asked.data?.section.name ?? t('place.cleaning')}
      actions={<Link to="/cleaning">{t('section.back')}</Link>}
    >
      <Answered asked={asked}>
        {({ month, fullScore, section, deductions }) => (
          <div className="o-stack">
            <section className="o-card" aria-label={t('column.score')}>
              <p>
                <strong>{t('section.score', { month, score: section.score, full: fullScore })}</strong>
              </p>
              <p className="o-soft">{section.gridName}</p>
            </section>
            <section aria-label={t('section.deductions')}>
              <h2>{t('section.deductions')}</h2>
              {deductions.length === 0 ? <p className="o-card">{t('section.none')}</p> : null}
              <div className="o-stack">
                {deductions.map(one => (
                  <Deduction key={one.deductionId} deduction={one} />
                ))}
              </div>
            </section>
          </div>
        )}
      </Answered>
    </OfficePage>
  )
}

function Deduction({ deduction }: { readonly deduction: DeductionView }) {
  const t = useText(cleaningOfficeMessages, cleaningMessages)
  const moment = useMoment()
  const { points, pointsFirst } = deduction
  return (
    <article className="o-card o-stack" aria-label={`${t(`item.${deduction.item}`)} ${deduction.reason}`}>
      <p>
        <strong>{t(`item.${deduction.item}`)}</strong> ·{' '}
        {points === pointsFirst
          ? t('deduction.points', { points })
          : t('deduction.was', { first: pointsFirst, points })}{' '}
        · {t(`state.${deduction.state}`)}
        {deduction.outcome ? ` · ${t(`outcome.${deduction.outcome}`)}` : ''}
      </p>
      <PhotoLine fileIds={deduction.photos} alt={n => t('deduction.photo', { n })} />
      <ol>
        {deduction.events.map(event => (
          <li key={`${event.kind} ${event.at}`}>
            {t('deduction.event', {
              ...{ when: moment(event.at), who: event.byName ?? '', what: t(`event.${event.kind}`), text: event.text },
            })}
          </li>
        ))}
      </ol>
      {deduction.mayDecide ? <Decide deduction={deduction} /> : null}
    </article>
  )
}

function Decide({ deduction }: { readonly deduction: DeductionView }) {
  const t = useText(cleaningOfficeMessages, cleaningMessages)
  const say = useSay()
  const [outcome, setOutcome] = useState<ObjectionOutcome>('upheld')
  const [points, setPoints] = useState(1)
  const [reason, setReason] = useState('')
  const { send, isSending, trouble } = useDo<typeof decideObjection>('cleaning.decide', {
    renews: ['cleaning.', 'inbox.'],
    onDone: () => say(t('decide.done')),
  })
  const possible = objectionOutcomes.filter(one => one !== 'reduced' || deduction.points > 1)
  const stands = { upheld: deduction.points, reduced: points, withdrawn: 0 }[outcome]
  return (
    <form
      className="o-stack"
      aria-label={`${t('decide.title')} ${deduction.reason}`}
      onSubmit={event => {
        event.preventDefault()
        send({ deductionId: deduction.deductionId, outcome, points: stands, reason: reason.trim() })
      }}
    >
      <Told trouble={trouble} />
      <label>
        {t('decide.outcome')}{' '}
        <select
          className="o-select"
          value={outcome}
          onChange={event => setOutcome(objectionOutcomes.find(one => one === event.target.value) ?? 'upheld')}
        >
          {possible.map(one => (
            <option key={one} value={one}>
              {t(`outcome.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {outcome === 'reduced' ? (
        <label>
          {t('decide.points')}{' '}
          <input
            className="o-select"
            type="number"
            min={1}
            max={deduction.points - 1}
            value={points}
            onChange={event => setPoints(Number(event.target.value))}
          />
        </label>
      ) : null}
      <label>
        {t('decide.reason')}
        <Input.TextArea
          required
          rows={2}
          maxLength={most.reason}
          value={reason}
          onChange={event => setReason(event.target.value)}
        />
      </label>
      <div className="o-actions">
        <Button type="primary" htmlType="submit" loading={isSending} disabled={reason.trim() === ''}>
          {t('decide.send')}
        </Button>
      </div>
    </form>
  )
}
