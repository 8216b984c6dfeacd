import { Input } from 'antd'
import { useState } from 'react'
import { PlaceOnMap } from '#modules/grid/office/index.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useDo } from '#platform/ui/office/ask.ts'
import { forgetDraft, Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { Call, openCaseFromCall } from '../common/contract.ts'
import { callTextLimits } from '../common/limits.ts'
import { hotlineOfficeMessages } from './messages.ts'

interface Typed {
  readonly description: string
  readonly title?: string
  readonly address?: string
}

interface OpenCaseFormProps {
  readonly call: Call
  readonly onCancel: () => void
}

/** The caller's words become a case, with the caller as its reporter. */
export function OpenCaseForm({ call, onCancel }: OpenCaseFormProps) {
  const t = useText(hotlineOfficeMessages)
  const say = useSay()
  const [caseId] = useState(newId)
  const [place, setPlace] = useState<Point | null>(null)
  const draft = `hotline-case-${call.callId}`
  const { send, isSending, trouble } = useDo<typeof openCaseFromCall>('hotline.open-case', {
    renews: ['hotline.', 'cases.', 'inbox.'],
    onDone({ number }) {
      forgetDraft(draft)
      say(t('call.opened', { number }))
    },
  })
  return (
    <OfficeForm<Typed>
      name={draft}
      keepsDraft
      start={{ description: call.summary, ...(call.place ? { address: call.place } : {}) }}
      submit={t('call.open-this-case')}
      isSending={isSending}
      trouble={trouble}
      onCancel={onCancel}
      onSend={({ description, title, address }) =>
        send({
          ...{ callId: call.callId, caseId, description },
          ...(title ? { title } : {}),
          ...(address ? { address } : {}),
          ...(place ? { place } : {}),
        })
      }
    >
      <Item name="description" label={t('call.description')} isRequired>
        <Input.TextArea rows={4} maxLength={callTextLimits.summary} showCount autoFocus />
      </Item>
      <Item name="address" label={t('call.address')} isOptional>
        <Input maxLength={callTextLimits.place} />
      </Item>
      <PlaceOnMap title={t('call.on-map')} rank="h4" none={t('call.no-point')} point={place} onPoint={setPlace} />
      <Item name="title" label={t('call.case-title')} isOptional>
        <Input maxLength={callTextLimits.title} />
      </Item>
    </OfficeForm>
  )
}
