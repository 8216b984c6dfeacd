import { Checkbox } from 'antd'
import { useSyncExternalStore } from 'react'
import { useAsk } from '../../ui/office/ask.ts'
import { useText } from '../../ui/ui/use-text.ts'
import type { countInbox } from '../common/contract.ts'
import { inboxMessages } from './messages.ts'

export type ShownShift = 'first' | 'all'

/** Until the page is loaded anew: whoever signs in next begins with their own turn. */
let shown: ShownShift = 'first'
const listeners = new Set<() => void>()

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether what others have first is shown as well; the same in the inbox and on the desk. */
export function useShownShift(): readonly [ShownShift, (shown: ShownShift) => void] {
  const choose = (next: ShownShift) => {
    shown = next
    for (const listener of listeners) listener()
  }
  return [useSyncExternalStore(listen, () => shown), choose]
}

/** Only where somebody else has something first that one may do as well. */
export function OfTheShift() {
  const t = useText(inboxMessages)
  const asked = useAsk<typeof countInbox>('inbox.count', {})
  const [now, choose] = useShownShift()
  const count = asked.data?.ofTheShift ?? 0
  if (count === 0 && now === 'first') return null
  return (
    <Checkbox checked={now === 'all'} onChange={event => choose(event.target.checked ? 'all' : 'first')}>
      {t('inbox.of-shift', { count })}
    </Checkbox>
  )
}
