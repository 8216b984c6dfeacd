import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { campaignsMessages } from '../common/messages.ts'
import { campaignsOfficeMessages } from './messages.ts'

interface HistoryProps {
  readonly entries: readonly {
    readonly at: string
    readonly byName: string | null
    readonly step: string
    readonly text: string
  }[]
}

/** What happened, the first thing first. */
export function History({ entries }: HistoryProps) {
  const t = useText(campaignsOfficeMessages)
  const say = useText(campaignsMessages) as (key: string) => string
  const moment = useMoment()
  return (
    <section className="o-card" aria-label={t('one.history')}>
      <h2>{t('one.history')}</h2>
      <ul className="o-lines">
        {entries.map((entry, at) => (
          // Entries only ever come at the end.
          <li key={at}>
            <span className="ca-words">
              <b>{say(`campaigns.step.${entry.step}`)}</b> {entry.text}
            </span>
            <span className="o-soft">
              {entry.byName} · {moment(entry.at)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
