import { type FormEvent, useState } from 'react'
import { PerformingTrouble, usePerforming } from '#platform/offline/field/index.ts'
import { Button, Select, TextField, useText } from '#platform/ui/ui/index.ts'
import { patrolMessages } from '../common/messages.ts'
import { type SkipReason, skipReasons } from '../common/round.ts'
import { fieldPatrolMessages } from './messages.ts'
import type { MyPoint } from './RoundScreen.tsx'
import type { MyRound } from './round-on-phone.ts'

interface SkipFormProps {
  readonly round: MyRound
  readonly point: MyPoint
  readonly onTold: () => Promise<void>
}

/** Why a point was left out, in two taps. */
export function SkipForm({ round, point, onTold }: SkipFormProps) {
  const t = useText(fieldPatrolMessages, patrolMessages)
  const step = usePerforming()
  const [reason, setReason] = useState<SkipReason>('closed')
  const [note, setNote] = useState('')
  async function submit(event: FormEvent) {
    event.preventDefault()
    const input = { roundId: round.roundId, pointId: point.pointId, at: new Date().toISOString(), reason, note }
    if (await step.perform({ command: 'patrol.skip-point', input, title: point.name })) await onTold()
  }
  return (
    <form onSubmit={event => void submit(event)} noValidate>
      <Select
        label={t('skip.reason')}
        choices={skipReasons.map(value => ({ value, label: t(`reason.${value}`) }))}
        value={reason}
        onChange={setReason}
      />
      <TextField label={t('skip.note')} isOptional maxLength={200} value={note} onChange={setNote} />
      <PerformingTrouble outcome={step.outcome} />
      <Button type="submit" look="primary" isWide isBusy={step.isBusy}>
        {t('skip.send')}
      </Button>
    </form>
  )
}
