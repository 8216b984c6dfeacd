import { useState } from 'react'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { offlineMessages, type Performed, type Performing, usePhone } from '#platform/offline/field/index.ts'
import { Notice, Trouble, useText } from '#platform/ui/ui/index.ts'

/** One step of a round, done on the phone: sent at once where there is a signal, kept where there is none. */
export function useStep() {
  const phone = usePhone()
  const [requestId, setRequestId] = useState(newId)
  const [outcome, setOutcome] = useState<Performed | null>(null)
  const [isBusy, setBusy] = useState(false)
  async function perform(performing: Omit<Performing, 'requestId'>): Promise<Performed | null> {
    setBusy(true)
    const done = await phone.perform({ ...performing, requestId })
    setBusy(false)
    setRequestId(newId())
    const isDone = done.kind === 'sent' || done.kind === 'kept'
    setOutcome(isDone ? null : done)
    return isDone ? done : null
  }
  return { perform, isBusy, outcome }
}

/** Why a step was not taken in, with what can be done. */
export function StepTrouble({ outcome }: { readonly outcome: Performed | null }) {
  const t = useText(offlineMessages)
  if (outcome?.kind === 'refused') return <Trouble trouble={outcome.refusal} />
  return outcome?.kind === 'full' ? <Notice tone="bad">{t('kept.full')}</Notice> : null
}
