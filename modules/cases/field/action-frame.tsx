import { type FormEvent, type ReactNode, useState } from 'react'
import type { Refusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { Button, Notice, type Photos, Trouble, useSending, useText } from '#platform/ui/ui/index.ts'
import type { Done } from '../common/contract.ts'
import type { CasePage } from '../common/presented.ts'
import { fieldCaseMessages } from './messages.ts'

export interface FormProps {
  /** The case and the version the person sees: an older one is refused with what changed. */
  readonly target: { readonly caseId: string; readonly version: number }
  /** The class, for standard texts. */
  readonly of: Pick<CasePage, 'classKind' | 'classCode'>
  readonly onDone: () => Promise<void>
}

interface Act {
  readonly isSending: boolean
  readonly trouble: unknown
  readonly photosMissing: boolean
  readonly run: (
    command: (requestId: string, fileIds: readonly string[]) => Promise<Done | Refusal>,
  ) => Promise<boolean>
}

/** One sending of one form: waits for its photos, keeps its request id for a repeat, asks for the case again after. */
export function useAct(photos: Photos | null, onDone: () => Promise<void>): Act {
  const { isSending, trouble, send } = useSending()
  const [requestId] = useState(newId)
  const [photosMissing, setMissing] = useState(false)
  const [isWaiting, setWaiting] = useState(false)
  async function run(command: Parameters<Act['run']>[0]): Promise<boolean> {
    setWaiting(true)
    const settled = (await photos?.settle()) ?? []
    setWaiting(false)
    const fileIds = settled.flatMap(({ uploaded }) => (uploaded ? [uploaded.fileId] : []))
    setMissing(fileIds.length < settled.length)
    if (fileIds.length < settled.length) return false
    const done = await send(() => command(requestId, fileIds))
    if (done) await onDone()
    return done !== null
  }
  return { isSending: isSending || isWaiting, trouble, photosMissing, run }
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
  const t = useText(fieldCaseMessages)
  function submit(event: FormEvent) {
    event.preventDefault()
    onSend()
  }
  return (
    <form className="w-card f-act" onSubmit={submit} noValidate>
      <h2 className="w-subtitle">{title}</h2>
      {children}
      {act.photosMissing ? <Notice tone="warn">{t('act.photos-failed')}</Notice> : null}
      <Trouble trouble={act.trouble} />
      <div className="w-actions">
        <Button type="submit" look={isDanger ? 'danger' : 'primary'} isWide isBusy={act.isSending}>
          {sendLabel}
        </Button>
      </div>
    </form>
  )
}
