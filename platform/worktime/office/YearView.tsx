import { useLocale, useText } from '../../ui/ui/use-text.ts'
import { workCalendarMessages } from './messages.ts'
import type { ShownCalendar } from './WorkCalendarPage.tsx'

const months = Array.from({ length: 12 }, (_, index) => index + 1)
const weekdays = Array.from({ length: 7 }, (_, index) => index)

type MonthKey = `worktime.month.${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12}`
type ShortKey = `worktime.short.${0 | 1 | 2 | 3 | 4 | 5 | 6}`

/** Twelve small tables. Each special day carries a word besides its colour. */
export function YearView({ shown, year }: { readonly shown: ShownCalendar; readonly year: number }) {
  const t = useText(workCalendarMessages)
  return (
    <section aria-label={t('worktime.months', { year })} className="wc-year">
      {months.map(month => (
        <Month key={month} shown={shown} year={year} month={month} />
      ))}
    </section>
  )
}

interface MonthProps {
  readonly shown: ShownCalendar
  readonly year: number
  readonly month: number
}

function Month({ shown, year, month }: MonthProps) {
  const t = useText(workCalendarMessages)
  return (
    <table className="wc-month">
      <caption>{t(`worktime.month.${month}` as MonthKey)}</caption>
      <thead>
        <tr>
          {weekdays.map(weekday => (
            <th key={weekday} scope="col">
              {t(`worktime.short.${weekday}` as ShortKey)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map(week => (
          <tr key={week.find(day => day > 0)}>
            {week.map((day, weekday) => (
              <Day
                key={weekdays[weekday]}
                shown={shown}
                date={dateText(year, month, day)}
                day={day}
                weekday={weekday}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface DayProps {
  readonly shown: ShownCalendar
  readonly date: string
  readonly day: number
  readonly weekday: number
}

function Day({ shown, date, day, weekday }: DayProps) {
  const t = useText(workCalendarMessages)
  const { locale } = useLocale()
  if (day === 0) return <td aria-hidden="true">{'\u00a0'}</td>
  const entry = shown.days.find(one => one.day === date)
  const works = entry ? entry.kind === 'work' : (shown.week[weekday]?.length ?? 0) > 0
  const word = entry ? t(entry.kind === 'work' ? 'worktime.make-up' : 'worktime.holiday') : null
  const look = entry ? (entry.kind === 'work' ? 'wc-on' : 'wc-off') : works ? '' : 'wc-rest'
  return (
    <td className={look} title={entry?.name[locale]}>
      {day}
      {word ? <small> {word}</small> : null}
    </td>
  )
}

const dateText = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** Weeks from Monday; 0 where a day belongs to another month. */
function weeksOf(year: number, month: number): number[][] {
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const cells = Array.from({ length: Math.ceil((before + length) / 7) * 7 }, (_, index) => {
    const day = index - before + 1
    return day >= 1 && day <= length ? day : 0
  })
  return Array.from({ length: cells.length / 7 }, (_, index) => cells.slice(index * 7, index * 7 + 7))
}
