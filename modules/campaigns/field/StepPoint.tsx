import { type FormEvent, useState } from 'react'
import { PerformingTrouble, usePerforming } from '#platform/offline/field/index.ts'
import { Button, Checkbox, TextArea, useText } from '#platform/ui/ui/index.ts'
import { type PlainStep, stepNeedsWords } from '../common/actions.ts'
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
  const doing = usePerforming()
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
    const title = `${point.number} ${t(`act.${step}`)}`
    if (await doing.perform({ command: 'campaigns.step-point', input, title })) await onDone()
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
      <PerformingTrouble outcome={doing.outcome} />
      <div className="w-actions">
        <Button type="submit" look="primary" isWide isBusy={doing.isBusy}>
          {t(`act.${step}`)}
        </Button>
      </div>
    </form>
  )
}
