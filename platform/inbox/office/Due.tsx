import { useDeadline } from '../../ui/ui/moment.ts'
import { StateMark } from '../../ui/ui/Notice.tsx'
import { useNow } from '../../ui/ui/use-now.ts'
import { useText } from '../../ui/ui/use-text.ts'
import { inboxMessages } from './messages.ts'

interface DueProps {
  readonly dueAt: string | null
  /** In a narrow line: what is overdue without its moment, and a moment with its word, as no column says it. */
  readonly isShort?: boolean
}

/** Until when something waits; past that, with the mark of what is overdue. */
export function Due({ dueAt, isShort = false }: DueProps) {
  const t = useText(inboxMessages)
  const deadline = useDeadline()
  const now = useNow()
  if (dueAt === null) return null
  const at = deadline(dueAt)
  if (Date.parse(dueAt) < Date.parse(now)) {
    return <StateMark state="over">{isShort ? t('inbox.is-overdue') : t('inbox.overdue', { at })}</StateMark>
  }
  return isShort ? t('inbox.due-at', { at }) : at
}
