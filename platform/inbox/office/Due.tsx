import { useDeadline } from '../../ui/ui/moment.ts'
import { StateMark } from '../../ui/ui/Notice.tsx'
import { useNow } from '../../ui/ui/use-now.ts'
import { useText } from '../../ui/ui/use-text.ts'
import { inboxMessages } from './messages.ts'

interface DueProps {
  readonly dueAt: string | null
  /** Outside a column that is called so, the moment needs a word. */
  readonly isSaid?: boolean
}

/** Until when something waits; past that, with the mark of what is overdue. */
export function Due({ dueAt, isSaid = false }: DueProps) {
  const t = useText(inboxMessages)
  const deadline = useDeadline()
  const now = useNow()
  if (dueAt === null) return null
  const at = deadline(dueAt)
  if (Date.parse(dueAt) < Date.parse(now)) return <StateMark state="over">{t('inbox.overdue', { at })}</StateMark>
  return isSaid ? t('inbox.due-at', { at }) : at
}
