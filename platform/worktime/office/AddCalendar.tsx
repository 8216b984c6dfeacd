import { Button } from 'antd'
import { useDo } from '../../ui/office/ask.ts'
import { Told } from '../../ui/office/Told.tsx'
import { useUrlState } from '../../ui/office/url-state.ts'
import { useText } from '../../ui/ui/use-text.ts'
import { calendarKey } from '../common/areas.ts'
import type { addCalendar } from '../common/contract.ts'
import { workCalendarMessages } from './messages.ts'

/** A district, street or community that rests on other days or works other hours gets a calendar of its own. */
export function AddCalendar() {
  const t = useText(workCalendarMessages)
  const [, setUrl] = useUrlState()
  const { send, isSending, trouble } = useDo<typeof addCalendar>('worktime.add-calendar', {
    renews: ['worktime.'],
    onDone: (_answer, { key }) => setUrl({ calendar: key }),
  })
  return (
    <section aria-labelledby="add-calendar">
      <h2 id="add-calendar">{t('worktime.add')}</h2>
      <Told trouble={trouble} />
      <form
        className="o-filters"
        onSubmit={event => {
          event.preventDefault()
          const typed = new FormData(event.currentTarget)
          send({ key: String(typed.get('key') ?? ''), name: String(typed.get('name') ?? '') })
        }}
      >
        <label>
          <span>{t('worktime.district')}</span>
          <input
            className="o-input"
            name="key"
            required
            pattern={calendarKey.source.slice(1, -1)}
            inputMode="numeric"
            maxLength={12}
          />
        </label>
        <label>
          <span>{t('worktime.district-name')}</span>
          <input className="o-input" name="name" required maxLength={40} />
        </label>
        <Button htmlType="submit" loading={isSending}>
          {t('worktime.save')}
        </Button>
      </form>
    </section>
  )
}
