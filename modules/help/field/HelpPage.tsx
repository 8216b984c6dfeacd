import { useEffect, useState } from 'react'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { offlineMessages, type Performed, usePhone } from '#platform/offline/field/index.ts'
import {
  Link,
  MorePages,
  Notice,
  Screen,
  StateMark,
  Trouble,
  useClient,
  useLive,
  useMoment,
  usePages,
  usePosition,
  useText,
} from '#platform/ui/ui/index.ts'
import type { callForHelp, listCalls } from '../common/contract.ts'
import { helpMessages } from '../common/messages.ts'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { HoldButton } from './HoldButton.tsx'
import { fieldHelpMessages } from './messages.ts'
import { ownCalls } from './offline.ts'
import { PhoneList, StateNumbers } from './PhoneList.tsx'
import './help.css'

/** How long the page waits for the server before it says that there is no signal: whoever needs help must know. */
const patienceMilliseconds = 4_000

/** One press for help on top, below it whom to call by phone, both with or without a signal. */
export function HelpPage() {
  const t = useText(fieldHelpMessages)
  const phone = usePhone()
  const client = useClient()
  const { position, ask } = usePosition()
  const [outcome, setOutcome] = useState<Performed | null>(null)
  const [calling, setCalling] = useState<string | null>(null)
  const mine = usePages('help.mine', page =>
    client.query<typeof listCalls>('help.list', { mine: true, limit: ownCalls, ...page }),
  )
  const { reload } = mine
  useLive(() => void reload())
  // Asked for when the page opens, so that it is known by the time the button is held.
  useEffect(() => ask(), [ask])

  async function call() {
    const callId = newId()
    setCalling(callId)
    const place =
      position.state === 'found'
        ? { place: { lon: position.lon, lat: position.lat, accuracyMetres: position.accuracyMetres } }
        : {}
    const input = { callId, at: new Date().toISOString(), ...place }
    const title = t('call.title')
    const done = await phone.perform({ command: 'help.call', input, title, patience: patienceMilliseconds })
    setOutcome(done)
    setCalling(null)
    await reload()
  }

  return (
    <Screen title={t('help.title')} back="/">
      <HoldButton isBusy={calling !== null} onCall={() => void call()} />
      <div aria-live="assertive">
        <Outcome outcome={outcome} />
      </div>
      <StateNumbers />
      <Mine rows={mine.answer?.rows ?? []} />
      <MorePages of={mine} />
      <PhoneList />
    </Screen>
  )
}

function Outcome({ outcome }: { readonly outcome: Performed | null }) {
  const t = useText(fieldHelpMessages)
  const own = useText(offlineMessages)
  if (outcome === null) return null
  if (outcome.kind === 'refused') return <Trouble trouble={outcome.refusal} />
  if (outcome.kind === 'full') return <Notice tone="bad">{own('kept.full')}</Notice>
  if (outcome.kind === 'kept') return <Notice tone="bad">{t('help.kept')}</Notice>
  const { told } = outcome.answer as OutputOf<typeof callForHelp>
  return (
    <Notice tone={told > 0 ? 'good' : 'bad'}>
      {told > 0 ? t('help.sent', { count: told }) : t('help.sent-nobody')}
    </Notice>
  )
}

/** My latest calls: whether somebody is on it, and the way to say more. */
function Mine({ rows }: { readonly rows: OutputOf<typeof listCalls>['rows'] }) {
  const t = useText(fieldHelpMessages, helpMessages)
  const moment = useMoment()
  if (rows.length === 0) return null
  return (
    <section aria-label={t('help.mine')}>
      <h2 className="w-subtitle">{t('help.mine')}</h2>
      <ul className="f-list">
        {rows.map(row => (
          <li key={row.callId} className="w-card">
            <p className="f-task">
              <StateMark state={row.status === 'ended' ? 'done' : row.status === 'taken' ? 'mine' : 'over'}>
                {t(`status.${row.status}`)}
              </StateMark>
              <span className="w-soft">{moment(row.at)}</span>
            </p>
            {row.takenBy && row.takenAt ? (
              <p>{t('call.taken', { who: row.takenBy, when: moment(row.takenAt) })}</p>
            ) : null}
            <Link to={`/help/${row.callId}`} className="f-open">
              {t(row.status === 'ended' ? 'call.history' : 'call.more')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
