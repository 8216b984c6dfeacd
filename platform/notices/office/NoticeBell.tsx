import { BellOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useAsk } from '../../ui/office/ask.ts'
import { useText } from '../../ui/ui/use-text.ts'
import type { listNotices } from '../common/contract.ts'
import { noticesMessages } from './messages.ts'

/** The way to the notices, with how many are unread. */
export function NoticeBell() {
  const t = useText(noticesMessages)
  const asked = useAsk<typeof listNotices>('notices.list', { limit: 1 })
  const count = asked.data?.unread ?? 0
  return (
    <Link to="/notices" className="o-bell" aria-label={count ? t('notices.unread', { count }) : t('notices.title')}>
      <BellOutlined aria-hidden="true" />
      {count > 0 ? <span className="o-count">{count > 99 ? '99+' : count}</span> : null}
    </Link>
  )
}
