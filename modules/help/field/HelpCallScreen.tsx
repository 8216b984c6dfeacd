import { type FormEvent, useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { PerformingTrouble, usePerforming } from '#platform/offline/field/index.ts'
import {
  Button,
  Notice,
  Screen,
  Select,
  StateMark,
  TextArea,
  Trouble,
  Unanswered,
  useAnswer,
  useClient,
  useLive,
  useMoment,
  useSending,
  useText,
} from '#platform/ui/ui/index.ts'
import { type CallOutcome, callOutcomes, helpTextLimits as most, type Safer } from '../common/call.ts'
import type { endCall, showCall, takeCall } from '../common/contract.ts'
import { helpMessages } from '../common/messages.ts'
import { fieldHelpMessages } from './messages.ts'
import { PhoneList } from './PhoneList.tsx'
import './help.css'

type Shown = OutputOf<typeof showCall>

/** One call for help: for the caller to say more, for whoever goes there to take and to close it. */
export function HelpCallScreen({ callId }: { readonly callId: string }) {
  const t = useText(fieldHelpMessages)
  const client = useClient()
  const asked = useAnswer(`help ${callId}`, () => client.query<typeof showCall>('help.show', { callId }))
  const { reload } = asked
  useLive(() => void reload())
  return (
    <Screen title={t('call.title')} back="/help">
      <Unanswered asked={asked} />
      {asked.state === 'failed' && !asked.answer ? (
        <>
          <SayMore callId={callId} onSaid={() => void reload()} />
          <PhoneList />
        </>
      ) : null}
      {asked.answer ? <Call call={asked.answer} onChanged={() => void reload()} /> : null}
    </Screen>
  )
}

function Call({ call, onChanged }: { readonly call: Shown; readonly onChanged: () => void }) {
  const t = useText(fieldHelpMessages, helpMessages)
  const moment = useMoment()
  const { callId, status, place } = call
  return (
    <>
      <p className="f-task">
        <StateMark state={status === 'ended' ? 'done' : status === 'taken' ? 'mine' : 'over'}>
          {t(`status.${status}`)}
        </StateMark>
        <span className="w-soft">{moment(call.at)}</span>
      </p>
      <p>
        <strong>{t('call.who', { who: call.callerName ?? '', title: call.callerTitle ?? '' })}</strong>
      </p>
      <p>{call.gridNames.slice(-2).join(' ')}</p>
      {call.heardAt.slice(0, 16) > call.at.slice(0, 16) ? (
        <p className="f-warn">{t('call.late', { at: moment(call.at), heard: moment(call.heardAt) })}</p>
      ) : null}
      {call.safer ? <Notice>{t(`safer.${call.safer}`)}</Notice> : null}
      {place ? (
        <p>
          {place.accuracyMetres === null
            ? t('call.where-plain')
            : t('call.where', { metres: Math.round(place.accuracyMetres) })}{' '}
          <a href={`geo:${place.lat},${place.lon}`}>{t('call.map')}</a>
        </p>
      ) : (
        <p>{t('call.no-place')}</p>
      )}
      {call.takenBy && call.takenAt ? (
        <p>{t('call.taken', { who: call.takenBy, when: moment(call.takenAt) })}</p>
      ) : null}
      {!call.isMine && call.phone ? (
        <a className="w-button w-wide" href={`tel:${call.phone}`}>
          {t('help.call-now')} {call.phone}
        </a>
      ) : null}
      {call.isMine && status !== 'ended' ? <SayMore callId={callId} onSaid={onChanged} /> : null}
      {call.mayAnswer ? <Answer call={call} onChanged={onChanged} /> : null}
      <section aria-label={t('call.history')}>
        <h2 className="w-subtitle">{t('call.history')}</h2>
        <ol className="f-list">
          {call.events.map((event, i) => (
            // Events only come at the end, so their number names them.
            <li key={i} className="w-card">
              <p className="w-soft">
                {moment(event.at)} · {event.byName} · {t(`event.${event.kind}`)}
              </p>
              {event.outcome ? <p>{t(`outcome.${event.outcome}`)}</p> : null}
              {event.safer ? <p>{t(`safer.${event.safer}`)}</p> : null}
              {event.text ? <p className="f-words">{event.text}</p> : null}
            </li>
          ))}
        </ol>
      </section>
      {call.isMine && status !== 'ended' ? <PhoneList /> : null}
    </>
  )
}

/** Kept without a signal like the call itself, and sent after it. */
function SayMore({ callId, onSaid }: { readonly callId: string; readonly onSaid: () => void }) {
  const t = useText(fieldHelpMessages)
  const doing = usePerforming()
  const [text, setText] = useState('')
  const [isSaid, setSaid] = useState(false)
  async function say(safer?: Safer) {
    const input = { callId, at: new Date().toISOString(), text: text.trim(), ...(safer ? { safer } : {}) }
    if (!(await doing.perform({ command: 'help.tell-more', input, title: t('call.title') }))) return
    setText('')
    setSaid(true)
    onSaid()
  }
  return (
    <section aria-label={t('call.more')}>
      <TextArea
        label={t('call.more')}
        hint={t('call.more-hint')}
        rows={2}
        max={most.said}
        value={text}
        onChange={setText}
      />
      <PerformingTrouble outcome={doing.outcome} />
      <div aria-live="polite">{isSaid ? <Notice tone="good">{t('call.said')}</Notice> : null}</div>
      <div className="w-actions">
        <Button look="primary" isWide isDisabled={text.trim() === ''} onPress={() => void say()}>
          {t('call.send-more')}
        </Button>
        <Button isWide onPress={() => void say('safe')}>
          {t('call.safe')}
        </Button>
        <Button isWide onPress={() => void say('mistake')}>
          {t('call.mistake')}
        </Button>
      </div>
    </section>
  )
}

/** Whoever may answer takes the call, and whoever took it closes it with a sentence. */
function Answer({ call, onChanged }: { readonly call: Shown; readonly onChanged: () => void }) {
  const t = useText(fieldHelpMessages, helpMessages)
  const client = useClient()
  const { send, isSending, trouble } = useSending()
  const [outcome, setOutcome] = useState<CallOutcome>('helped')
  const [text, setText] = useState('')
  const [isChecked, setChecked] = useState(false)
  const { callId } = call
  async function take() {
    const input = { callId, takesOver: call.status === 'taken' }
    const done = await send(() => client.command<typeof takeCall>('help.take', input, { requestId: newId() }))
    if (done) onChanged()
  }
  async function end(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (text.trim() === '') return
    const input = { callId, outcome, text: text.trim() }
    const done = await send(() => client.command<typeof endCall>('help.end', input, { requestId: newId() }))
    if (done) onChanged()
  }
  if (!call.isWithMe) {
    return (
      <div className="w-actions">
        <Trouble trouble={trouble} />
        <Button look="primary" isWide isBusy={isSending} onPress={() => void take()}>
          {t(call.status === 'taken' ? 'call.take-over' : 'call.take')}
        </Button>
      </div>
    )
  }
  return (
    <form onSubmit={event => void end(event)} noValidate>
      <Select
        label={t('call.outcome')}
        choices={callOutcomes.map(value => ({ value, label: t(`outcome.${value}`) }))}
        value={outcome}
        onChange={setOutcome}
      />
      <TextArea
        label={t('call.text')}
        rows={3}
        max={most.outcome}
        value={text}
        onChange={setText}
        error={isChecked && text.trim() === '' ? t('call.text-missing') : null}
      />
      <Trouble trouble={trouble} />
      <div className="w-actions">
        <Button type="submit" look="primary" isWide isBusy={isSending}>
          {t('call.end')}
        </Button>
      </div>
    </form>
  )
}
