import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { diaryOfDay } from '../common/contract.ts'
import { diaryOfficeMessages } from './messages.ts'

const isDay = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '')

/** The day's feedback of each community that one may read; today when no day is asked for. */
export function DayByCommunity() {
  const t = useText(diaryOfficeMessages)
  const [url, setUrl] = useUrlState()
  const asked = useAsk<typeof diaryOfDay>('diary.day', isDay(url.day) ? { day: url.day } : {}, { keep: true })
  return (
    <section className="o-card o-stack di-day" aria-labelledby="diary-day">
      <h2 id="diary-day">{t('day.title')}</h2>
      <Answered asked={asked}>
        {answer => (
          <>
            <form
              key={answer.day}
              className="o-filters"
              onSubmit={event => {
                event.preventDefault()
                setUrl({ day: String(new FormData(event.currentTarget).get('day') ?? '') || undefined })
              }}
            >
              <label>
                <span>{t('day.day')}</span>
                <input className="o-input" type="date" name="day" defaultValue={answer.day} />
              </label>
              <Button htmlType="submit">{t('day.show')}</Button>
            </form>
            {answer.communities.length === 0 ? (
              <p className="o-hint">{t('day.none')}</p>
            ) : (
              <DayTable communities={answer.communities} />
            )}
          </>
        )}
      </Answered>
    </section>
  )
}

type Communities = OutputOf<typeof diaryOfDay>['communities']

function DayTable({ communities }: { readonly communities: Communities }) {
  const t = useText(diaryOfficeMessages)
  const [url] = useUrlState()
  const figures = ['written', 'inTime', 'late', 'missing'] as const
  const sum = (of: (typeof figures)[number]) => communities.reduce((total, community) => total + community[of], 0)
  return (
    <div className="o-scroll">
      <table className="o-plain">
        <thead>
          <tr>
            <th scope="col">{t('day.community')}</th>
            {(['day.written', 'day.in-time', 'day.late', 'day.missing'] as const).map(title => (
              <th key={title} scope="col" className="o-number">
                {t(title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {communities.map(community => (
            <tr key={community.gridPath}>
              <th scope="row">
                <Link to="/diary" search={{ ...url, grid: community.gridPath } as never}>
                  {community.name}
                </Link>
              </th>
              {figures.map(figure => (
                <td key={figure} className="o-number">
                  {community[figure]}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('day.total')}</th>
            {figures.map(figure => (
              <td key={figure} className="o-number">
                <b>{sum(figure)}</b>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  )
}
