import { Button } from 'antd'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { Shift } from '../common/contract.ts'
import { routingMessages } from '../common/messages.ts'
import { weekdayOf } from '../common/rule.ts'
import { routingOfficeMessages } from './messages.ts'
import type { Roster } from './ShiftsPage.tsx'

interface WeekTableProps {
  readonly roster: Roster
  readonly today: string
  readonly onStandIn: (shift: Shift) => void
}

/** Posts down, days across; only posts that have a shift in this week. */
export function WeekTable({ roster: { days, posts, shifts, mayPlan }, today, onStandIn }: WeekTableProps) {
  const t = useText(routingOfficeMessages, routingMessages)
  const shown = posts.filter(({ postId }) => shifts.some(shift => shift.postId === postId))
  return (
    <div
      className="o-scroll"
      role="region"
      aria-label={t('shifts.week', { from: days[0], until: days.at(-1) })}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways on a phone, by keys too
      tabIndex={0}
    >
      <table className="o-plain ro-week">
        <thead>
          <tr>
            <th scope="col">{t('shifts.post')}</th>
            {days.map(day => (
              <th key={day} scope="col" aria-current={day === today ? 'date' : undefined}>
                {t(`routing.day.${weekdayOf(day) as 1}`)} {day.slice(5)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ postId, title, holderName }) => (
            <tr key={postId}>
              <th scope="row">
                {title}
                <span className="ro-block o-soft">{holderName ?? t('shifts.vacant')}</span>
              </th>
              {days.map(day => (
                <td key={day}>
                  {shifts
                    .filter(shift => shift.postId === postId && shift.day === day)
                    .map(shift => (
                      <OneShift
                        key={shift.shiftId}
                        shift={shift}
                        onStandIn={mayPlan && shift.endsAt > new Date().toISOString() ? () => onStandIn(shift) : null}
                        title={title}
                      />
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface OneShiftProps {
  readonly shift: Shift
  readonly title: string
  /** Null when it is over, or not for the reader to change. */
  readonly onStandIn: (() => void) | null
}

function OneShift({ shift, title, onStandIn }: OneShiftProps) {
  const t = useText(routingOfficeMessages)
  const { from, until, day, isNow, standsInFor, reason } = shift
  return (
    <div className={isNow ? 'ro-shift ro-now' : 'ro-shift'}>
      <span>
        {from}–{until}
      </span>
      {isNow ? <span className="ro-block">{t('shifts.now')}</span> : null}
      {standsInFor ? (
        <span className="ro-block o-soft">{t('shifts.stands-in', { post: standsInFor, reason: reason ?? '' })}</span>
      ) : null}
      {onStandIn ? (
        <Button
          size="small"
          aria-label={t('shifts.stand-in-for', { post: title, day, from, until })}
          onClick={onStandIn}
        >
          {t('shifts.stand-in')}
        </Button>
      ) : null}
    </div>
  )
}
