import { StateMark } from '#platform/ui/ui/Notice.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { State } from '#platform/ui/tokens.ts'
import type { CaseStatus } from '../common/case-file.ts'
import { casesMessages } from '../common/messages.ts'

/** Which of the program's states a case is in: waiting for the reader, done, set aside, or simply on its way. */
export function stateOf(status: CaseStatus, waitsForMe: boolean): State {
  if (waitsForMe) return 'mine'
  if (status === 'closed') return 'done'
  return status === 'refused' || status === 'joined' || status === 'voided' ? 'paused' : 'on-time'
}

/** The status in words, with the shape and colour of its state. */
export function CaseStatusBadge(props: { readonly status: CaseStatus; readonly waitsForMe?: boolean }) {
  const t = useText(casesMessages)
  return (
    <StateMark state={stateOf(props.status, props.waitsForMe ?? false)}>{t(`cases.status.${props.status}`)}</StateMark>
  )
}
