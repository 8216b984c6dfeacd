import { Link } from '@tanstack/react-router'
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { AnsweredRows } from '#platform/ui/office/AnsweredRows.tsx'
import { type RowOf, useAskList, useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { mostRepeatMinutes } from '../common/client.ts'
import type { listClients, listEvents, revokeClient, setWindow } from '../common/contract.ts'
import { exchangeMessages } from '../common/messages.ts'
import { exchangeOfficeMessages } from './messages.ts'

type Client = RowOf<typeof listClients>
type Part = 'window' | 'revoke' | 'events'

/** One client: what it may, what it did, and what can be done about it. */
export function ClientCard({ client }: { readonly client: Client }) {
  const t = useText(exchangeOfficeMessages, exchangeMessages)
  const moment = useMoment()
  const [part, setPart] = useState<Part | null>(null)
  const onDone = () => setPart(null)
  const parts: readonly Part[] = client.revokedAt ? ['events'] : ['events', 'window', 'revoke']
  return (
    <>
      <h2>{client.name}</h2>
      <dl className="o-facts">
        <dt>{t('clients.kind')}</dt>
        <dd>
          {t(`exchange.kind.${client.kind}`)}
          {client.revokedAt ? <b> · {t('clients.revoked', { at: moment(client.revokedAt) })}</b> : null}
        </dd>
        <dt>{t('clients.scope')}</dt>
        <dd>{client.gridName ?? t('clients.everywhere')}</dd>
        <dt>{t('clients.window')}</dt>
        <dd>{client.repeatMinutes}</dd>
        <dt>{t('clients.last')}</dt>
        <dd>
          {client.lastEventAt
            ? `${moment(client.lastEventAt)} · ${t('clients.counts', { events: client.events, cases: client.cases })}`
            : t('clients.never')}
        </dd>
        <dt>{t('clients.key-ends')}</dt>
        <dd>
          <code>…{client.keyHint}</code>
        </dd>
        <dt>{t('clients.created')}</dt>
        <dd>{moment(client.createdAt)}</dd>
      </dl>
      <div className="ex-acts">
        {parts.map(one => (
          <Button
            key={one}
            danger={one === 'revoke'}
            aria-expanded={part === one}
            onClick={() => setPart(part === one ? null : one)}
          >
            {t(one === 'window' ? 'clients.set-window' : one === 'revoke' ? 'clients.revoke' : 'clients.events')}
          </Button>
        ))}
      </div>
      {part === 'window' ? <WindowForm client={client} onDone={onDone} /> : null}
      {part === 'revoke' ? <Revoke client={client} onDone={onDone} /> : null}
      {part === 'events' ? <Events clientId={client.clientId} /> : null}
    </>
  )
}

interface PartProps {
  readonly client: Client
  readonly onDone: () => void
}

function WindowForm({ client: { clientId, repeatMinutes }, onDone }: PartProps) {
  const t = useText(exchangeOfficeMessages)
  const say = useSay()
  const { send, isSending, trouble } = useDo<typeof setWindow>('exchange.set-window', {
    renews: ['exchange.'],
    onDone(_, input) {
      say(t('clients.window-saved', { minutes: input.repeatMinutes }))
      onDone()
    },
  })
  return (
    <OfficeForm<{ readonly repeatMinutes: number }>
      name={`window-${clientId}`}
      start={{ repeatMinutes }}
      submit={t('clients.save')}
      isSending={isSending}
      trouble={trouble}
      onCancel={onDone}
      onSend={typed => send({ clientId, repeatMinutes: typed.repeatMinutes })}
    >
      <Item name="repeatMinutes" label={t('clients.window')} hint={t('clients.window-hint')} isRequired>
        <InputNumber min={0} max={mostRepeatMinutes} precision={0} autoFocus />
      </Item>
    </OfficeForm>
  )
}

function Revoke({ client: { clientId, name }, onDone }: PartProps) {
  const t = useText(exchangeOfficeMessages)
  const say = useSay()
  const { send, isSending, trouble } = useDo<typeof revokeClient>('exchange.revoke-client', {
    renews: ['exchange.'],
    onDone() {
      say(t('clients.is-revoked'))
      onDone()
    },
  })
  return (
    <div className="o-stack">
      <Told trouble={trouble} />
      <p>{t('clients.revoke-sure', { name })}</p>
      <Button danger type="primary" loading={isSending} onClick={() => send({ clientId })}>
        {t('clients.revoke-yes')}
      </Button>
    </div>
  )
}

/** What it reported, the latest first; each leads to its case by its number. */
function Events({ clientId }: { readonly clientId: string }) {
  const t = useText(exchangeOfficeMessages)
  const moment = useMoment()
  const asked = useAskList<typeof listEvents>('exchange.list-events', { clientId, limit: 20 })
  return (
    <AnsweredRows asked={asked} empty={<p className="o-hint">{t('clients.events-none')}</p>}>
      {rows => (
        <ul className="o-lines">
          {rows.map(event => (
            <li key={event.eventId}>
              <span>
                {event.eventId} ·{' '}
                <Link to="/cases" search={{ text: event.caseNumber } as never}>
                  {event.caseNumber}
                </Link>
              </span>
              <span className="o-soft">
                {[moment(event.at), event.device, event.signal, event.isRepeat ? t('clients.repeat') : null]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </AnsweredRows>
  )
}
