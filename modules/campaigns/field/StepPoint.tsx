import { type FormEvent, useState } from 'react'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { Button, Checkbox, TextArea, Trouble, useClient, useSending, useText } from '#platform/ui/ui/index.ts'
import { type PlainStep, stepNeedsWords } from '../common/actions.ts'
import type { stepPoint } from '../common/contract.ts'
import { textLimits } from '../common/limits.ts'
import { fieldCampaignMessages } from './messages.ts'
import type { ShownPoint } from './PointScreen.tsx'

interface StepPointProps {
  readonly point: ShownPoint
  readonly step: PlainStep
  readonly onDone: () => Promise<void>
}

/** A step that needs words at most: ticking off, returning, saying why it is late. */
export function StepPoint({ point, step, onDone }: StepPointProps) {
  const t = useText(fieldCampaignMessages)
  const client = useClient()
  const sending = useSending()
  const [requestId] = useState(newId)
  const [reason, setReason] = useState('')
  const [isPublic, setPublic] = useState(false)
  const [isChecked, setChecked] = useState(false)
  const needsWords = stepNeedsWords(step)
  const lacksWords = needsWords && reason.trim() === ''

  async function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (lacksWords) return
    const input = { pointId: point.pointId, step, reason: reason.trim(), isPublic }
    const answer = await sending.send(() =>
      client.command<typeof stepPoint>('campaigns.step-point', input, { requestId }),
    )
    if (answer) await onDone()
  }

  return (
    <form className="w-card f-act" onSubmit={event => void submit(event)} noValidate>
      <h2 className="w-subtitle">{t(`act.${step}`)}</h2>
      <TextArea
        label={t(needsWords ? 'act.reason' : 'act.words')}
        isOptional={!needsWords}
        rows={2}
        value={reason}
        onChange={setReason}
        max={textLimits.reason}
        error={isChecked && lacksWords ? t('act.reason-missing') : null}
      />
      {step === 'tick-off' ? <Checkbox label={t('act.public')} isOn={isPublic} onChange={setPublic} /> : null}
      <Trouble trouble={sending.trouble} />
      <div className="w-actions">
        <Button type="submit" look="primary" isWide isBusy={sending.isSending}>
          {t(`act.${step}`)}
        </Button>
      </div>
    </form>
  )
}
