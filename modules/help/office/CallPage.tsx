import { Link, useParams } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Facts } from '#platform/ui/office/Facts.tsx'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { type CallOutcome, callOutcomes, helpTextLimits as most } from '../common/call.ts'
import type { endCall, showCall, takeCall } from '../common/contract.ts'
import { helpMessages } from '../common/messages.ts'
import { CallMap } from './CallMap.tsx'
import { helpOfficeMessages } from './messages.ts'

type Shown = OutputOf<typeof showCall>

/** One call for help: who, where, by which phone, what happened so far, and what to do about it. */
export function Page() {
  const t = useText(helpOfficeMessages)
  const { callId } = useParams({ strict: false }) as { callId: string }
  const asked = useAsk<typeof showCall>('help.show', { callId })
  const who = asked.data?.callerName
  return (
    <OfficePage
      title={who ? t('call.title', { who }) : t('call.title-plain')}
      actions={<Link to="/help">{t('call.back')}</Link>}
    >
      <Answered asked={asked}>{call => <Call call={call} />}</Answered>
    </OfficePage>
  )
}

function Call({ call }: { readonly call: Shown }) {
  const t = useText(helpOfficeMessages, helpMessages)
  const moment = useMoment()
  const facts = [
    [t('column.who'), [call.callerName, call.callerTitle].filter(Boolean).join(' ')],
    [t('column.where'), call.gridNames.join(' › ')],
    [t('column.at'), moment(call.at)],
    [t('column.status'), t(`status.${call.status}`)],
    [t('column.taken'), call.takenBy && call.takenAt ? `${call.takenBy} ${moment(call.takenAt)}` : ''],
    [t('column.outcome'), call.outcome ? t(`outcome.${call.outcome}`) : ''],
    [t('call.phone'), call.phone ? <a href={`tel:${call.phone}`}>{call.phone}</a> : t('call.no-phone')],
    [t('call.place'), call.place ? <Place place={call.place} /> : t('call.no-place')],
  ] as const
  return (
    <article className="o-card o-stack">
      {call.heardAt.slice(0, 16) > call.at.slice(0, 16) ? (
        <p>
          <strong>{t('call.late', { at: moment(call.at), heard: moment(call.heardAt) })}</strong>
        </p>
      ) : null}
      {call.safer ? <p>{t(`safer.${call.safer}`)}</p> : null}
      <Facts facts={facts} />
      {call.mayAnswer ? <Answer call={call} /> : null}
      {call.place ? <CallMap place={call.place} title={call.callerName ?? ''} /> : null}
      <h2>{t('call.history')}</h2>
      <ol className="h-history">
        {call.events.map((event, i) => (
          // Events only come at the end, so their number names them.
          <li key={i}>
            <p className="o-soft">
              {moment(event.at)} · {event.byName} · {t(`event.${event.kind}`)}
            </p>
            {event.outcome ? <p>{t(`outcome.${event.outcome}`)}</p> : null}
            {event.safer ? <p>{t(`safer.${event.safer}`)}</p> : null}
            {event.text ? <p>{event.text}</p> : null}
          </li>
        ))}
      </ol>
    </article>
  )
}

function Place({ place }: { readonly place: NonNullable<Shown['place']> }) {
  const t = useText(helpOfficeMessages)
  const at = { lat: place.lat.toFixed(5), lon: place.lon.toFixed(5) }
  return place.accuracyMetres === null
    ? t('call.place-is-plain', at)
    : t('call.place-is', { ...at, metres: Math.round(place.accuracyMetres) })
}

/** Taken first, then closed by whoever took it. */
function Answer({ call }: { readonly call: Shown }) {
  const t = useText(helpOfficeMessages, helpMessages)
  const say = useSay()
  const [outcome, setOutcome] = useState<CallOutcome>('helped')
  const [text, setText] = useState('')
  const renews = ['help.', 'inbox.']
  const take = useDo<typeof takeCall>('help.take', { renews, onDone: () => say(t('call.took')) })
  const end = useDo<typeof endCall>('help.end', { renews, onDone: () => say(t('call.ended')) })
  const { callId, status } = call
  if (!call.isWithMe) {
    return (
      <div className="o-stack">
        <Told trouble={take.trouble} />
        <div className="o-actions">
          <Button
            type="primary"
            danger={status === 'waiting'}
            loading={take.isSending}
            onClick={() => take.send({ callId, takesOver: status === 'taken' })}
          >
            {t(status === 'taken' ? 'call.take-over' : 'call.take')}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <form
      className="o-stack"
      aria-label={t('call.end-title')}
      onSubmit={event => {
        event.preventDefault()
        end.send({ callId, outcome, text: text.trim() })
      }}
    >
      <label>
        {t('call.outcome')}{' '}
        <select
          className="o-select"
          value={outcome}
          onChange={event => setOutcome(callOutcomes.find(one => one === event.target.value) ?? 'helped')}
        >
          {callOutcomes.map(one => (
            <option key={one} value={one}>
              {t(`outcome.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('call.text')}
        <Input.TextArea
          rows={3}
          required
          maxLength={most.outcome}
          value={text}
          onChange={event => setText(event.target.value)}
        />
      </label>
      <Told trouble={end.trouble} />
      <div className="o-actions">
        <Button type="primary" htmlType="submit" loading={end.isSending} disabled={text.trim() === ''}>
          {t('call.end')}
        </Button>
      </div>
    </form>
  )
}
