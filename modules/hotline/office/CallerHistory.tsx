import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useDo } from '#platform/ui/office/ask.ts'
import { useKeys } from '#platform/ui/office/keys.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { callerHistory } from '../common/contract.ts'
import { callTextLimits } from '../common/limits.ts'
import { CallLine } from './CallQueue.tsx'
import { hotlineOfficeMessages } from './messages.ts'

const lookKey = 'i'

interface CallerHistoryProps {
  readonly callId: string
  /** What is usually the reason here; it can be changed before looking. */
  readonly usualReason?: string
}

/** The number and the calls before, after saying why; the look is on record. */
export function CallerHistory({ callId, usualReason }: CallerHistoryProps) {
  const t = useText(hotlineOfficeMessages)
  const [isAsking, setAsking] = useState(false)
  const { send, isSending, trouble, answer } = useDo<typeof callerHistory>('hotline.caller-history')
  useKeys({ [lookKey]: () => setAsking(true) })
  if (answer) {
    return (
      <section className="ho-part" aria-live="polite">
        <dl className="o-facts">
          <dt>{t('call.phone')}</dt>
          <dd>
            <a href={`tel:${answer.phone}`}>{answer.phone}</a>
          </dd>
          <dt>{t('call.name')}</dt>
          <dd>{answer.callerName ?? t('call.no-name')}</dd>
        </dl>
        <h3 className="ho-part">{t('call.history')}</h3>
        {answer.calls.length === 0 ? (
          <p className="o-hint">{t('call.history-none')}</p>
        ) : (
          <ul className="ho-calls">
            {answer.calls.map(call => (
              <li key={call.callId}>
                <Link to="/hotline/$callId" params={{ callId: call.callId }}>
                  <CallLine call={call} />
                </Link>
              </li>
            ))}
          </ul>
        )}
      </section>
    )
  }
  return (
    <div className="ho-part">
      {isAsking ? (
        <OfficeForm<{ readonly reason: string }>
          name="see-caller"
          start={usualReason ? { reason: usualReason } : {}}
          submit={t('call.see')}
          isSending={isSending}
          trouble={trouble}
          onSend={({ reason }) => send({ callId, reason })}
          onCancel={() => setAsking(false)}
        >
          <Item name="reason" label={t('call.see-reason')} hint={t('call.see-hint')} isRequired>
            <Input maxLength={callTextLimits.reason} autoFocus />
          </Item>
        </OfficeForm>
      ) : (
        <Button aria-keyshortcuts={lookKey} onClick={() => setAsking(true)}>
          {t('call.see')}
          <kbd aria-hidden="true">{lookKey}</kbd>
        </Button>
      )}
    </div>
  )
}
