import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { satisfactions } from '../common/call.ts'
import type { callBackFigures } from '../common/contract.ts'
import { hotlineMessages } from '../common/messages.ts'
import { dayBegins, dayOf } from '#platform/kernel/common/day-of.ts'
import { hotlineOfficeMessages } from './messages.ts'

const isDay = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '')
const usualDays = 30

/** How call-backs went in a span of days; the last thirty when none is asked for. */
export function CallBackFigures() {
  const t = useText(hotlineOfficeMessages)
  const [url, setUrl] = useUrlState()
  const [now] = useState(() => new Date())
  const from = isDay(url.from) ? url.from : dayOf(now.toISOString(), -usualDays)
  const until = isDay(url.until) ? url.until : dayOf(now.toISOString())
  const asked = useAsk<typeof callBackFigures>(
    'hotline.call-back-figures',
    { from: dayBegins(from), until: dayBegins(until, 1) },
    { keep: true },
  )
  return (
    <section className="o-card o-stack" aria-labelledby="figures">
      <h2 id="figures">{t('figures.title')}</h2>
      <form
        className="o-filters"
        onSubmit={event => {
          event.preventDefault()
          const typed = new FormData(event.currentTarget)
          setUrl({ from: String(typed.get('from') ?? ''), until: String(typed.get('until') ?? '') })
        }}
      >
        <label>
          <span>{t('figures.from')}</span>
          <input className="o-input" type="date" name="from" defaultValue={from} />
        </label>
        <label>
          <span>{t('figures.until')}</span>
          <input className="o-input" type="date" name="until" defaultValue={until} />
        </label>
        <Button htmlType="submit">{t('figures.show')}</Button>
      </form>
      <Answered asked={asked}>
        {figures => (figures.tries === 0 ? <p className="o-hint">{t('figures.none')}</p> : <Table figures={figures} />)}
      </Answered>
    </section>
  )
}

function Table({ figures }: { readonly figures: OutputOf<typeof callBackFigures> }) {
  const t = useText(hotlineOfficeMessages, hotlineMessages)
  const { tries, reached, solved, bySatisfaction } = figures
  const line = (words: string, count: number, isShare: boolean) => (
    <tr key={words}>
      <th scope="row">{words}</th>
      <td className="o-number">{count}</td>
      <td className="o-number">{isShare && reached > 0 ? `${Math.round((count / reached) * 100)}%` : ''}</td>
    </tr>
  )
  return (
    <div className="o-scroll">
      <table className="o-plain">
        <thead>
          <tr>
            <th scope="col">{t('figures.what')}</th>
            <th scope="col" className="o-number">
              {t('figures.count')}
            </th>
            <th scope="col" className="o-number">
              {t('figures.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {line(t('figures.tries'), tries, false)}
          {line(t('figures.reached'), reached, false)}
          {line(t('figures.solved'), solved, true)}
          {satisfactions.map(word => line(t(`hotline.satisfaction.${word}`), bySatisfaction[word], true))}
        </tbody>
      </table>
    </div>
  )
}
