import { type FormEvent, useState } from 'react'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { PerformingTrouble, useDraftText, usePerforming } from '#platform/offline/field/index.ts'
import { Button, Notice, photoUrl, StateMark, TextArea, useMoment, useText } from '#platform/ui/ui/index.ts'
import type { DeductionView } from '../common/contract.ts'
import { cleaningMessages } from '../common/messages.ts'
import { cleaningTextLimits as most } from '../common/score.ts'
import { fieldCleaningMessages } from './messages.ts'
import './cleaning.css'

interface DeductionCardProps {
  readonly deduction: DeductionView
  readonly onObjected: () => void
}

/** One deduction: item, points, reason, photo, place and time, everything that happened to it, and the way to object. */
export function DeductionCard({ deduction, onObjected }: DeductionCardProps) {
  const t = useText(fieldCleaningMessages, cleaningMessages)
  const moment = useMoment()
  const { state, points, pointsFirst, place } = deduction
  return (
    <article aria-label={`${t(`item.${deduction.item}`)} ${deduction.reason}`}>
      <p className="f-task">
        <StateMark state={state === 'objected' ? 'mine' : state === 'decided' ? 'done' : 'over'}>
          {t(`state.${state}`)}
        </StateMark>
        <span className="w-soft">{moment(deduction.at)}</span>
      </p>
      <p>
        <strong>{deduction.sectionName}</strong> · {t(`item.${deduction.item}`)} ·{' '}
        {points === pointsFirst
          ? t('deduction.points', { points })
          : t('deduction.was', { first: pointsFirst, points })}
      </p>
      <p className="f-words">{deduction.reason}</p>
      <div className="f-photos">
        {deduction.photos.map((id, i) => (
          <a key={id} href={photoUrl(id, 'large')}>
            <img src={photoUrl(id, 'small')} alt={t('deduction.photo', { n: i + 1 })} />
          </a>
        ))}
      </div>
      {place ? (
        <p>
          <a href={`geo:${place.lat},${place.lon}`}>{t('deduction.map')}</a>
        </p>
      ) : null}
      {deduction.outcome ? <Notice tone="good">{t(`outcome.${deduction.outcome}`)}</Notice> : null}
      {deduction.events.length > 1 ? (
        <details>
          <summary className="cl-fold">{t('deduction.history')}</summary>
          <ol>
            {deduction.events.map(event => (
              <li key={`${event.kind} ${event.at}`}>
                {t('deduction.event', {
                  ...{ when: moment(event.at), who: event.byName ?? '', what: t(`event.${event.kind}`) },
                })}
                ：{event.text}
              </li>
            ))}
          </ol>
        </details>
      ) : null}
      {deduction.mayObject ? <ObjectForm deduction={deduction} onObjected={onObjected} /> : null}
      {state === 'stands' && !deduction.mayObject ? (
        <p className="w-soft">{t('deduction.over', { day: dayOf(deduction.objectUntil) })}</p>
      ) : null}
    </article>
  )
}

function ObjectForm({ deduction, onObjected }: DeductionCardProps) {
  const t = useText(fieldCleaningMessages)
  const doing = usePerforming()
  const [reason, setReason, forget] = useDraftText(`objection ${deduction.deductionId}`)
  const [isOpen, setOpen] = useState(reason !== '')
  const [isChecked, setChecked] = useState(false)
  async function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (reason.trim() === '') return
    const input = { deductionId: deduction.deductionId, at: new Date().toISOString(), reason: reason.trim() }
    if (!(await doing.perform({ command: 'cleaning.object', input, title: deduction.sectionName }))) return
    forget()
    onObjected()
  }
  const until = t('deduction.until', { day: dayOf(deduction.objectUntil) })
  if (!isOpen) {
    return (
      <>
        <p>{until}</p>
        <Button isWide onPress={() => setOpen(true)}>
          {t('deduction.object')}
        </Button>
      </>
    )
  }
  return (
    <form onSubmit={event => void submit(event)} noValidate>
      <p>{until}</p>
      <TextArea
        label={t('deduction.why')}
        hint={t('deduction.why-hint')}
        rows={3}
        max={most.reason}
        value={reason}
        onChange={setReason}
        error={isChecked && reason.trim() === '' ? t('deduction.why-missing') : null}
      />
      <PerformingTrouble outcome={doing.outcome} />
      <div className="w-actions">
        <Button type="submit" look="primary" isWide isBusy={doing.isBusy}>
          {t('deduction.send')}
        </Button>
      </div>
    </form>
  )
}
