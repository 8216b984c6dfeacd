import { type FormEvent, useState } from 'react'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { Button, TextArea, Trouble, useClient, useSending, useText } from '#platform/ui/ui/index.ts'
import type { reopenCase } from '../common/contract-procedure.ts'
import { textLimits } from '../common/limits.ts'
import { portalCaseMessages } from './messages.ts'
import type { RatingKey } from './RateForm.tsx'

interface ReopenFormProps {
  readonly who: RatingKey
  readonly onReopened: () => Promise<void>
}

/** Not solved after all: within the window the reporter asks for it to be dealt with again. */
export function ReopenForm({ who, onReopened }: ReopenFormProps) {
  const t = useText(portalCaseMessages)
  const client = useClient()
  const { isSending, trouble, send } = useSending()
  const [requestId] = useState(newId)
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [isChecked, setChecked] = useState(false)
  const words = reason.trim()

  async function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (!words || reason.length > textLimits.reason) return
    const input = { who, reason: words }
    const done = await send(() => client.command<typeof reopenCase>('cases.reopen', input, { requestId }))
    if (done) await onReopened()
  }

  if (!isOpen) {
    return (
      <Button isWide onPress={() => setOpen(true)}>
        {t('reopen.open')}
      </Button>
    )
  }
  return (
    <form className="w-card p-rate" onSubmit={event => void submit(event)} noValidate>
      <h2 className="w-subtitle">{t('reopen.title')}</h2>
      <TextArea
        label={t('reopen.reason')}
        value={reason}
        onChange={setReason}
        max={textLimits.reason}
        rows={3}
        error={isChecked && !words ? t('reopen.missing') : null}
      />
      <Trouble trouble={trouble} />
      <div className="w-actions">
        <Button type="submit" look="primary" isWide isBusy={isSending}>
          {t('reopen.send')}
        </Button>
      </div>
    </form>
  )
}
