import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useAsk } from '#platform/ui/office/ask.ts'
import { useMay } from '#platform/ui/office/session.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { CallLine, listCalls } from '../common/contract.ts'
import { helpOfficeMessages } from './messages.ts'
import './help.css'

/** As many calls as the band names; the rest is a number. */
const mostNamed = 3
/** News comes by itself; where the line for news is broken, the band still asks so often. */
const askAgainMilliseconds = 20_000

/** Across every page, for those who may answer: who calls for help, and who is on it. It makes no sound and goes only when closed. */
export function HelpBand() {
  return useMay()('help.answer') ? <Band /> : null
}

function Band() {
  const t = useText(helpOfficeMessages)
  const asked = useAsk<typeof listCalls>('help.list', { isOpen: true, limit: 50 })
  const { refetch } = asked
  useEffect(() => {
    const timer = setInterval(() => void refetch(), askAgainMilliseconds)
    return () => clearInterval(timer)
  }, [refetch])
  const calls = asked.data?.rows ?? []
  const named = calls.slice(0, mostNamed)
  // The region is there before there is anything in it, so that a screen reader says what comes.
  return (
    <section className="h-bands" aria-label={t('banner.label')} aria-live="assertive">
      {named.map(call => (
        <Called key={call.callId} call={call} />
      ))}
      {calls.length > named.length ? (
        <p className="h-band h-band-waiting">
          <Link to="/help">{t('banner.more', { count: calls.length - named.length })}</Link>
        </p>
      ) : null}
    </section>
  )
}

function Called({ call }: { readonly call: CallLine }) {
  const t = useText(helpOfficeMessages)
  const moment = useMoment()
  const who = [call.callerName, call.callerTitle].filter(Boolean).join(' ')
  const words = { who, place: call.gridNames.slice(-2).join(' '), when: moment(call.at) }
  return (
    <p className={call.status === 'taken' ? 'h-band h-band-taken' : 'h-band h-band-waiting'}>
      <strong>
        {call.status === 'taken' ? t('banner.taken', { ...words, by: call.takenBy ?? '' }) : t('banner.waiting', words)}
      </strong>
      <Link to="/help/$callId" params={{ callId: call.callId }} aria-label={t('banner.open-for', { who })}>
        {t('banner.open')}
      </Link>
    </p>
  )
}
