import type { Me } from '#modules/identity/ui/index.ts'
import type { showRoster } from '#modules/routing/common/index.ts'
import { useAnswer, useClient, useMoment, useNow, useText } from '#platform/ui/ui/index.ts'
import { dayText } from './day-text.ts'
import { fieldMessages } from './messages.ts'

/** My shift of today, and for whom I stand in; nothing where no roster knows my post. */
export function OwnShift({ post }: { readonly post: Me['post'] }) {
  const t = useText(fieldMessages)
  const moment = useMoment()
  const client = useClient()
  const day = dayText(new Date(useNow()))
  const asked = useAnswer(`shift ${post?.id} ${day}`, async () =>
    post ? client.query<typeof showRoster>('routing.show-roster', { from: day, days: 1 }) : null,
  )
  const own = asked.answer?.shifts.filter(({ postId }) => postId === post?.id) ?? []
  if (own.length === 0) return null
  return (
    <ul className="w-soft">
      {own.map(shift => (
        <li key={shift.shiftId}>
          {t('day.shift', { from: moment(shift.startsAt), until: moment(shift.endsAt) })}
          {shift.standsInFor ? ` · ${t('day.stands-in', { title: shift.standsInFor })}` : ''}
        </li>
      ))}
    </ul>
  )
}
