import { useState } from 'react'
import {
  Button,
  Dialog,
  EmptyState,
  Notice,
  Screen,
  Trouble,
  useMoment,
  usePlace,
  useText,
} from '#platform/ui/ui/index.ts'
import { type Outcome, useKeeping } from './keeping.tsx'
import type { KeptReport } from './kept-reports.ts'
import { fieldCaseMessages } from './messages.ts'

/** Reports that have not left this phone, each with a way out of it: send, change, delete. */
export function WaitingPage() {
  const t = useText(fieldCaseMessages)
  const { reports } = useKeeping()
  const waiting = reports.filter(report => report.state !== 'writing')
  return (
    <Screen title={t('waiting.title')} back="/">
      {waiting.length === 0 ? <EmptyState title={t('waiting.empty')} /> : null}
      <ul className="f-list">
        {waiting.map(report => (
          <WaitingReport key={report.id} report={report} />
        ))}
      </ul>
    </Screen>
  )
}

function WaitingReport({ report }: { readonly report: KeptReport }) {
  const t = useText(fieldCaseMessages)
  const moment = useMoment()
  const { go } = usePlace()
  const { send, keep, forget, reports } = useKeeping()
  const [isSending, setSending] = useState(false)
  const [isSure, setSure] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const isAnotherOpen = reports.some(one => one.state === 'writing')
  async function sendNow() {
    setSending(true)
    setOutcome(await send(report))
    setSending(false)
  }
  async function change() {
    await keep({ ...report, state: 'writing' })
    go('/report')
  }
  return (
    <li className="w-card">
      <p className="f-words">{report.description}</p>
      <p className="w-soft">
        {t('waiting.made', { when: moment(report.madeAt) })} · {t('waiting.photos', { n: report.photos.length })}
      </p>
      {report.state === 'refused' ? (
        <Notice tone="bad">
          <p>
            <strong>{t('waiting.refused')}</strong>
          </p>
          <p>{report.reason}</p>
        </Notice>
      ) : null}
      {outcome?.kind === 'kept' ? <Trouble trouble={outcome.trouble} /> : null}
      <div className="w-row f-part">
        <Button look="primary" isBusy={isSending} onPress={() => void sendNow()}>
          {t('waiting.send')}
        </Button>
        {isAnotherOpen ? null : <Button onPress={() => void change()}>{t('waiting.edit')}</Button>}
        <Button look="quiet" onPress={() => setSure(true)}>
          {t('waiting.remove')}
        </Button>
      </div>
      {isSure ? (
        <Dialog title={t('waiting.remove')} onClose={() => setSure(false)}>
          <p>{t('waiting.sure')}</p>
          <div className="w-actions">
            <Button look="danger" isWide onPress={() => void forget(report.id)}>
              {t('waiting.yes')}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </li>
  )
}
