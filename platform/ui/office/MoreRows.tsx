import { Button } from 'antd'
import { useText } from '../ui/use-text.ts'
import type { AskedList } from './ask.ts'
import { officeMessages } from './messages.ts'

/** How many rows of a list are shown, and the way to the others. Apart from tables, which are heavy. */
export function MoreRows({ asked }: { readonly asked: AskedList<unknown> }) {
  const t = useText(officeMessages)
  const count = asked.rows.length
  if (!asked.hasNextPage) return <p className="o-list-end">{t('list.all-shown', { count })}</p>
  return (
    <p className="o-list-end" aria-live="polite">
      {t('list.shown', { count })}
      <Button onClick={() => void asked.fetchNextPage()} loading={asked.isFetchingNextPage}>
        {t(asked.isFetchingNextPage ? 'list.loading-more' : 'list.more')}
      </Button>
    </p>
  )
}
