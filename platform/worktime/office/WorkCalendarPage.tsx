import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../contract/common/endpoint.ts'
import { useAsk, useDo } from '../../ui/office/ask.ts'
import { Answered } from '../../ui/office/Blank.tsx'
import { Page as OfficePage } from '../../ui/office/Page.tsx'
import { useSay } from '../../ui/office/Say.tsx'
import { useMay } from '../../ui/office/session.tsx'
import { Told } from '../../ui/office/Told.tsx'
import { useUrlState } from '../../ui/office/url-state.ts'
import { useLocale, useText } from '../../ui/ui/use-text.ts'
import { calendarKey } from '../common/areas.ts'
import type { listWarnings, setYear, showCalendar } from '../common/contract.ts'
import { AddCalendar } from './AddCalendar.tsx'
import { DayForm } from './DayForm.tsx'
import { workCalendarMessages } from './messages.ts'
import { Replays } from './Replays.tsx'
import { WeekForm } from './WeekForm.tsx'
import { YearView } from './YearView.tsx'
import './work-calendar.css'

export type ShownCalendar = OutputOf<typeof showCalendar>

/** The calendar that deadlines follow: a year at a glance, and for its keeper the means to change it. */
export function Page() {
  const t = useText(workCalendarMessages)
  const [url, setUrl] = useUrlState()
  const mayEdit = useMay()('worktime.edit')
  const [thisYear] = useState(() => new Date().getFullYear())
  const year = /^(19|20|21)\d\d$/.test(url.year ?? '') ? Number(url.year) : thisYear
  const calendar = calendarKey.test(url.calendar ?? '') ? url.calendar! : 'default'
  const asked = useAsk<typeof showCalendar>('worktime.show-calendar', { calendar, year }, { keep: true })
  return (
    <OfficePage title={t('place.worktime')} about={t('worktime.about')}>
      <Warnings />
      <Answered asked={asked}>
        {shown => (
          <>
            <div className="o-filters">
              <label>
                <span>{t('worktime.calendar')}</span>
                <select
                  className="o-select"
                  value={calendar}
                  onChange={event =>
                    setUrl({ calendar: event.target.value === 'default' ? undefined : event.target.value })
                  }
                >
                  {shown.calendars.map(({ key, name }) => (
                    <option key={key} value={key}>
                      {key === 'default' ? t('worktime.common') : `${name} ${key}`}
                    </option>
                  ))}
                </select>
              </label>
              <Button onClick={() => setUrl({ year: String(year - 1) })}>{t('worktime.previous-year')}</Button>
              <b aria-live="polite">{year}</b>
              <Button onClick={() => setUrl({ year: String(year + 1) })}>{t('worktime.next-year')}</Button>
            </div>
            <Coverage shown={shown} year={year} mayEdit={mayEdit} />
            <YearView shown={shown} year={year} />
            <SpecialDays shown={shown} />
            {mayEdit ? <DayForm key={`day ${calendar} ${year}`} shown={shown} year={year} /> : null}
            <WeekForm key={`week ${calendar} ${shown.version}`} shown={shown} mayEdit={mayEdit} />
            {mayEdit ? <AddCalendar /> : null}
          </>
        )}
      </Answered>
      <Replays />
    </OfficePage>
  )
}

function Warnings() {
  const t = useText(workCalendarMessages)
  const { data } = useAsk<typeof listWarnings>('worktime.list-warnings', {})
  if (!data || data.rows.length === 0) return null
  const name = (key: string) => (key === 'default' ? t('worktime.common') : key)
  return (
    <Alert
      type="warning"
      showIcon
      title={data.rows.map(row => (
        <p key={`${row.calendar} ${row.year}`}>
          {t('worktime.not-covered', { year: row.year })}{' '}
          {t('worktime.lacking', { year: row.year, calendar: name(row.calendar), count: row.timers })}
        </p>
      ))}
    />
  )
}

interface CoverageProps {
  readonly shown: ShownCalendar
  readonly year: number
  readonly mayEdit: boolean
}

function Coverage({ shown, year, mayEdit }: CoverageProps) {
  const t = useText(workCalendarMessages)
  const say = useSay()
  const { send, isSending, trouble } = useDo<typeof setYear>('worktime.set-year', {
    renews: ['worktime.'],
    onDone: () => say(t('worktime.saved')),
  })
  const { calendar, version, isCovered } = shown
  return (
    <>
      <Told trouble={trouble} />
      {isCovered ? null : <p>{t('worktime.not-covered', { year })}</p>}
      {mayEdit ? (
        <div className="o-actions">
          <Button loading={isSending} onClick={() => send({ calendar, version, year, isCovered: !isCovered })}>
            {t(isCovered ? 'worktime.uncover' : 'worktime.cover', { year })}
          </Button>
        </div>
      ) : null}
    </>
  )
}

function SpecialDays({ shown }: { readonly shown: ShownCalendar }) {
  const t = useText(workCalendarMessages)
  const { locale } = useLocale()
  return (
    <section aria-labelledby="special-days">
      <h2 id="special-days">{t('worktime.special-days')}</h2>
      {shown.days.length === 0 ? <p>{t('worktime.no-special-days')}</p> : null}
      <ul className="o-lines">
        {shown.days.map(entry => (
          <li key={entry.day}>
            <span>
              {entry.day} {entry.name[locale]}
            </span>
            <span className="o-soft">
              {t(entry.kind === 'rest' ? 'worktime.rests' : 'worktime.works')}
              {entry.isInherited ? ` · ${t('worktime.inherited')}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
