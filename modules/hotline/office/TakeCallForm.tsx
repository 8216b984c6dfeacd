import { useNavigate } from '@tanstack/react-router'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { type CallKind, callKinds } from '../common/call.ts'
import type { takeCall } from '../common/contract.ts'
import { callTextLimits } from '../common/limits.ts'
import { hotlineMessages } from '../common/messages.ts'
import { hotlineOfficeMessages } from './messages.ts'

interface Typed {
  readonly phone: string
  readonly kind: CallKind
  readonly summary?: string
  readonly place?: string
  readonly callerName?: string
}

/** Somebody calls. No draft is kept on this device: the number belongs into no browser. */
export function TakeCallForm() {
  const t = useText(hotlineOfficeMessages, hotlineMessages)
  const say = useSay()
  const navigate = useNavigate()
  const [url] = useUrlState()
  const [callId] = useState(newId)
  const { send, isSending, trouble } = useDo<typeof takeCall>('hotline.take-call', {
    renews: ['hotline.'],
    onDone({ maskedNumber: number, earlierCalls: count }) {
      say(t(count > 0 ? 'take.done-earlier' : 'take.done', { number, count }))
      void navigate({ to: '/hotline/$callId', params: { callId }, search: url as never })
    },
  })
  return (
    <div className="ho-body">
      <h2>{t('take.title')}</h2>
      <OfficeForm<Typed>
        name="take-call"
        start={{ kind: 'report' }}
        submit={t('take.submit')}
        isSending={isSending}
        trouble={trouble}
        onSend={({ phone, kind, summary, place, callerName }) =>
          send({
            ...{ callId, phone, kind },
            ...(summary ? { summary } : {}),
            ...(place ? { place } : {}),
            ...(callerName ? { callerName } : {}),
          })
        }
      >
        <Item name="phone" label={t('take.phone')} hint={t('take.phone-hint')} isRequired>
          <Input maxLength={callTextLimits.phone} inputMode="tel" autoComplete="off" autoFocus />
        </Item>
        <Item name="kind" label={t('take.kind')} isRequired>
          <Select options={callKinds.map(value => ({ value, label: t(`hotline.kind.${value}`) }))} />
        </Item>
        <Item name="summary" label={t('take.summary')} hint={t('take.summary-hint')} isRequired>
          <Input.TextArea rows={4} maxLength={callTextLimits.summary} showCount />
        </Item>
        <Item name="place" label={t('take.place')} hint={t('take.place-hint')} isOptional>
          <Input maxLength={callTextLimits.place} autoComplete="off" />
        </Item>
        <Item name="callerName" label={t('take.name')} isOptional>
          <Input maxLength={callTextLimits.callerName} autoComplete="off" />
        </Item>
      </OfficeForm>
    </div>
  )
}
