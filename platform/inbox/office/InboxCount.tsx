import { useAsk } from '../../ui/office/ask.ts'
import { useText } from '../../ui/ui/use-text.ts'
import type { countInbox } from '../common/contract.ts'
import { inboxMessages } from './messages.ts'

/** How much waits, in all posts together. */
export function InboxCount() {
  const t = useText(inboxMessages)
  const asked = useAsk<typeof countInbox>('inbox.count', {})
  const count = asked.data?.total ?? 0
  if (count === 0) return null
  return (
    <span className="o-count">
      <span aria-hidden="true">{count}</span>
      <span className="w-hidden">{t('inbox.count', { count })}</span>
    </span>
  )
}
