import { useState } from 'react'
import { newId } from '../../kernel/ui/new-id.ts'
import { Notice, Trouble } from '../../ui/ui/Notice.tsx'
import { useText } from '../../ui/ui/use-text.ts'
import { offlineMessages } from './messages.ts'
import { usePhone } from './offline.tsx'
import type { DraftPhoto } from './drafts.ts'
import type { OwnPhotos } from './own-photos.tsx'
import type { Performed, Performing } from './performing.ts'

/** One step of a page, done on the phone: sent at once where there is a signal, kept where there is none. */
export function usePerforming() {
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
  /** The photos of the form, waited for as `perform` waits: the button says so. */
  async function photosOf(photos: OwnPhotos): Promise<readonly DraftPhoto[]> {
    setBusy(true)
    const settled = await photos.settled()
    setBusy(false)
    return settled
  }
  return { perform, photosOf, isBusy, outcome }
}

/** Why a step was not taken in, with what can be done. */
export function PerformingTrouble({ outcome }: { readonly outcome: Performed | null }) {
  const t = useText(offlineMessages)
  if (outcome?.kind === 'refused') return <Trouble trouble={outcome.refusal} />
  return outcome?.kind === 'full' ? <Notice tone="bad">{t('kept.full')}</Notice> : null
}
