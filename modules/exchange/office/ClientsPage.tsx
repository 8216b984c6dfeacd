import { Button } from 'antd'
import { useState } from 'react'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listClients } from '../common/contract.ts'
import { ClientCard } from './ClientCard.tsx'
import { exchangeOfficeMessages } from './messages.ts'
import { NewClientForm } from './NewClientForm.tsx'
import './exchange-office.css'

interface Shown {
  readonly name: string
  readonly key: string
}

/** Which other systems may report, with which key, and what came of it. */
export function Page() {
  const t = useText(exchangeOfficeMessages)
  const [isMaking, setMaking] = useState(false)
  const [shown, setShown] = useState<Shown | null>(null)
  const asked = useAsk<typeof listClients>('exchange.list-clients', {})
  return (
    <OfficePage
      title={t('place.clients')}
      about={t('clients.about')}
      actions={
        isMaking || shown ? null : (
          <Button type="primary" onClick={() => setMaking(true)}>
            {t('clients.new')}
          </Button>
        )
      }
    >
      {isMaking ? (
        <section className="o-card" aria-labelledby="new-client">
          <h2 id="new-client">{t('clients.new')}</h2>
          <NewClientForm
            onCancel={() => setMaking(false)}
            onMade={made => {
              setMaking(false)
              setShown(made)
            }}
          />
        </section>
      ) : null}
      {shown ? <KeyShownOnce shown={shown} onDone={() => setShown(null)} /> : null}
      <Answered asked={asked}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Blank title={t('clients.empty')}>{t('clients.empty-why')}</Blank>
          ) : (
            <ul className="ex-clients" aria-label={t('clients.list')}>
              {rows.map(client => (
                <li key={client.clientId} className="o-card">
                  <ClientCard client={client} />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </OfficePage>
  )
}

/** Kept in this page alone: a reload forgets it. */
function KeyShownOnce({ shown, onDone }: { readonly shown: Shown; readonly onDone: () => void }) {
  const t = useText(exchangeOfficeMessages)
  return (
    <section className="o-card o-stack" aria-labelledby="client-key" aria-live="polite">
      <h2 id="client-key">{t('clients.key', { name: shown.name })}</h2>
      <p className="ex-key">{shown.key}</p>
      <p>{t('clients.key-once')}</p>
      <Button onClick={onDone}>{t('clients.key-done')}</Button>
    </section>
  )
}
