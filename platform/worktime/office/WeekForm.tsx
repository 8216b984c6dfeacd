import { Button } from 'antd'
import { useState } from 'react'
import { useDo } from '../../ui/office/ask.ts'
import { useSay } from '../../ui/office/Say.tsx'
import { Told } from '../../ui/office/Told.tsx'
import { useText } from '../../ui/ui/use-text.ts'
import type { setWeek } from '../common/contract.ts'
import { hoursText, readHours } from '../common/hours-text.ts'
import { worktimeMessages } from '../common/messages.ts'
import { workCalendarMessages } from './messages.ts'
import type { ShownCalendar } from './WorkCalendarPage.tsx'

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const
type Week = ShownCalendar['week']

/** The hours of each weekday; read-only for whoever may not change them. */
export function WeekForm({ shown, mayEdit }: { readonly shown: ShownCalendar; readonly mayEdit: boolean }) {
  const t = useText(workCalendarMessages)
  const name = useText(worktimeMessages)
  const say = useSay()
  const [unreadable, setUnreadable] = useState<string | null>(null)
  const { send, isSending, trouble } = useDo<typeof setWeek>('worktime.set-week', {
    renews: ['worktime.'],
    onDone: () => say(t('worktime.saved')),
  })
  const { calendar, version } = shown
  return (
    <section aria-labelledby="week">
      <h2 id="week">{t('worktime.week')}</h2>
      <p className="o-soft">{t(shown.isWeekInherited ? 'worktime.week-inherited' : 'worktime.week-how')}</p>
      <Told trouble={trouble} />
      {unreadable === null ? null : <p role="alert">{t('worktime.hours-unreadable', { text: unreadable })}</p>}
      <form
        className="o-filters"
        onSubmit={event => {
          event.preventDefault()
          const typed = new FormData(event.currentTarget)
          const texts = weekdays.map(weekday => String(typed.get(`day-${weekday}`) ?? ''))
          const week = texts.map(readHours)
          const wrong = week.indexOf(null)
          setUnreadable(wrong < 0 ? null : texts[wrong]!)
          // Seven days, as the form has seven lines.
          if (wrong < 0) send({ calendar, version, week: week as Week })
        }}
      >
        {weekdays.map(weekday => (
          <label key={weekday}>
            <span>{name(`worktime.weekday.${weekday}`)}</span>
            <input
              className="o-input"
              name={`day-${weekday}`}
              defaultValue={hoursText(shown.week[weekday])}
              readOnly={!mayEdit}
              maxLength={200}
            />
          </label>
        ))}
        {mayEdit ? (
          <Button htmlType="submit" type="primary" loading={isSending}>
            {t('worktime.save')}
          </Button>
        ) : null}
        {mayEdit && shown.isWeekInherited === false ? (
          <Button loading={isSending} onClick={() => send({ calendar, version, week: null })}>
            {t('worktime.inherit-week')}
          </Button>
        ) : null}
      </form>
    </section>
  )
}
