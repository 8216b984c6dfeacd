import { type FormEvent, type ReactNode, useState } from 'react'
import {
  offlineMessages,
  type OwnPhotos,
  type Performed,
  PerformingTrouble,
  usePhone,
} from '#platform/offline/field/index.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { Button, Notice, useText } from '#platform/ui/ui/index.ts'
import type { CasePage } from '../common/presented.ts'
import { fieldCaseMessages } from './messages.ts'
import type { PhoneStep, PhoneSteps } from './rules-on-phone.ts'

export interface FormProps {
  /** The case and the version the person sees: an older one is refused with what changed. */
  readonly target: { readonly caseId: string; readonly version: number }
  /** The class, for standard texts; number and title, for the outbox. */
  readonly of: Pick<CasePage, 'classKind' | 'classCode' | 'number' | 'title'>
  readonly onDone: () => Promise<void>
}

interface Act {
  readonly isSending: boolean
  readonly outcome: Performed | null
  readonly photosFull: boolean
  readonly run: <Step extends PhoneStep>(step: Step, input: PhoneSteps[Step]) => Promise<boolean>
}

/** One doing of one form: on the phone at once, sent as soon as it goes; a repeat is the same request. */
export function useAct(photos: OwnPhotos | null, { of, onDone }: Pick<FormProps, 'of' | 'onDone'>): Act {
  const phone = usePhone()
  const [requestId, setRequestId] = useState(newId)
  const [isSending, setSending] = useState(false)
  const [outcome, setOutcome] = useState<Performed | null>(null)
  async function run<Step extends PhoneStep>(step: Step, input: PhoneSteps[Step]): Promise<boolean> {
    setSending(true)
    const mine = (await photos?.settled()) ?? []
    const all = mine.length > 0 ? { ...input, photos: mine.map(({ id }) => id) } : input
    const title = `${of.number} ${of.title}`
    const next = await phone.perform({ command: step, input: all, title, photos: mine, requestId })
    setSending(false)
    setOutcome(next)
    const isThere = next.kind === 'sent' || next.kind === 'kept'
    // What was refused and is corrected is another request.
    if (!isThere) setRequestId(newId())
    if (isThere) await onDone()
    return isThere
  }
  return { isSending, outcome, photosFull: photos?.isFull ?? false, run }
}

interface FrameProps {
  readonly title: string
  readonly sendLabel: string
  readonly act: Act
  readonly onSend: () => void
  readonly isDanger?: boolean
  readonly children: ReactNode
}

export function ActionFrame({ title, sendLabel, act, onSend, isDanger = false, children }: FrameProps) {
  const t = useText(fieldCaseMessages, offlineMessages)
  function submit(event: FormEvent) {
    event.preventDefault()
    onSend()
  }
  const { outcome } = act
  return (
    <form className="w-card f-act" onSubmit={submit} noValidate>
      <h2 className="w-subtitle">{title}</h2>
      {children}
      {act.photosFull ? <Notice tone="warn">{t('photos.full')}</Notice> : null}
      <PerformingTrouble outcome={outcome} />
      {outcome?.kind === 'kept' ? <Notice tone="warn">{t('act.kept')}</Notice> : null}
      <div className="w-actions">
        <Button type="submit" look={isDanger ? 'danger' : 'primary'} isWide isBusy={act.isSending}>
          {sendLabel}
        </Button>
      </div>
    </form>
  )
}
