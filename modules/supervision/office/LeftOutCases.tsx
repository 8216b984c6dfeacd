import { Link } from '@tanstack/react-router'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { InputOf } from '#platform/contract/common/endpoint.ts'
import type { listLeftOut } from '../common/contract.ts'
import { supervisionOfficeMessages } from './messages.ts'

interface LeftOutCasesProps {
  readonly period: Pick<InputOf<typeof listLeftOut>, 'from' | 'until' | 'dayEnds'>
}

/** What the three rates of the period do not count because two people said so: which, by whom and why. */
export function LeftOutCases({ period }: LeftOutCasesProps) {
  const t = useText(supervisionOfficeMessages)
  const moment = useMoment()
  const asked = useAsk<typeof listLeftOut>('supervision.left-out', period, { keep: true })
  return (
    <Answered asked={asked}>
      {({ total, rows }) => (
        <section className="o-card" aria-label={t('left-out.title', { total })}>
          <h2>{t('left-out.title', { total })}</h2>
          <p className="o-soft">{t('left-out.about')}</p>
          {rows.length === 0 ? <p>{t('left-out.none')}</p> : null}
          <ul>
            {rows.map(row => (
              <li key={row.caseId}>
                <Link to="/cases/$caseId" params={{ caseId: row.caseId }}>
                  {row.number} {row.title}
                </Link>
                {row.wasLate ? <strong> · {t('left-out.late')}</strong> : null}
                <p>
                  {t('left-out.why', { reason: row.reason, note: row.note })}
                  <span className="o-soft">
                    {' '}
                    {t('left-out.who', {
                      ...{ asked: row.askedByName ?? '–', agreed: row.agreedByName ?? '–', at: moment(row.at) },
                      rates: row.rates.map(key => t(`rate.${key}`)).join(t('rate.between')),
                    })}
                  </span>
                </p>
              </li>
            ))}
          </ul>
          {total > rows.length ? <p className="o-soft">{t('left-out.more', { count: total - rows.length })}</p> : null}
        </section>
      )}
    </Answered>
  )
}
