import { Button } from 'antd'
import { useState } from 'react'
import { useDo } from '../../ui/office/ask.ts'
import { useSay } from '../../ui/office/Say.tsx'
import { Told } from '../../ui/office/Told.tsx'
import { useText } from '../../ui/ui/use-text.ts'
import type { setDay } from '../common/contract.ts'
import { readHours } from '../common/hours-text.ts'
import { workCalendarMessages } from './messages.ts'
import type { ShownCalendar } from './WorkCalendarPage.tsx'

const kinds = ['rest', 'work', 'usual'] as const

/** A holiday of a week is one line: from, until, rest, its name. */
export function DayForm({ shown, year }: { readonly shown: ShownCalendar; readonly year: number }) {
  const t = useText(workCalendarMessages)
  const say = useSay()
  const [unreadable, setUnreadable] = useState<string | null>(null)
  const { send, isSending, trouble } = useDo<typeof setDay>('worktime.set-day', {
    renews: ['worktime.'],
    onDone: () => say(t('worktime.saved')),
  })
  return (
    <section aria-labelledby="edit-day">
      <h2 id="edit-day">{t('worktime.edit-day')}</h2>
      <Told trouble={trouble} />
      {unreadable === null ? null : <p role="alert">{t('worktime.hours-unreadable', { text: unreadable })}</p>}
      <form
        className="o-filters"
        onSubmit={event => {
          event.preventDefault()
          const typed = new FormData(event.currentTarget)
          const text = (name: string) => String(typed.get(name) ?? '').trim()
          const spans = readHours(text('hours'))
          setUnreadable(spans ? null : text('hours'))
          if (!spans) return
          const until = text('until')
          send({
            calendar: shown.calendar,
            version: shown.version,
            day: text('day'),
            ...(until === '' ? {} : { until }),
            kind: kinds.find(kind => kind === text('kind')) ?? 'rest',
            name: { 'zh-CN': text('chinese'), en: text('english') },
            spans: spans.length > 0 ? spans : null,
          })
        }}
      >
        <label>
          <span>{t('worktime.from-day')}</span>
          <input className="o-input" type="date" name="day" required min={`${year}-01-01`} max={`${year}-12-31`} />
        </label>
        <label>
          <span>{t('worktime.until-day')}</span>
          <input className="o-input" type="date" name="until" min={`${year}-01-01`} />
        </label>
        <label>
          <span>{t('worktime.kind')}</span>
          <select className="o-select" name="kind">
            {kinds.map(kind => (
              <option key={kind} value={kind}>
                {t(`worktime.kind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('worktime.name-chinese')}</span>
          <input className="o-input" name="chinese" maxLength={40} />
        </label>
        <label>
          <span>{t('worktime.name-english')}</span>
          <input className="o-input" name="english" maxLength={60} />
        </label>
        <label>
          <span>{t('worktime.own-hours')}</span>
          <input className="o-input" name="hours" maxLength={200} />
        </label>
        <Button htmlType="submit" type="primary" loading={isSending}>
          {t('worktime.save')}
        </Button>
      </form>
    </section>
  )
}
