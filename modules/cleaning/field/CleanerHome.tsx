import type { ReactNode } from 'react'
import {
  Link,
  Notice,
  Screen,
  Unanswered,
  useAnswer,
  useClient,
  useLive,
  useMoment,
  useText,
} from '#platform/ui/ui/index.ts'
import type { myCleaning } from '../common/contract.ts'
import { cleaningMessages } from '../common/messages.ts'
import { DeductionCard } from './DeductionCard.tsx'
import { fieldCleaningMessages } from './messages.ts'
import './cleaning.css'

interface CleanerHomeProps {
  /** How much else waits, in the list of the day. */
  readonly others: number
  readonly help: ReactNode
}

/** A cleaner’s first page: shift, sections with their score, and what was taken off with everything behind it. */
export function CleanerHome({ others, help }: CleanerHomeProps) {
  const t = useText(fieldCleaningMessages, cleaningMessages)
  const moment = useMoment()
  const client = useClient()
  const asked = useAnswer('cleaning.mine', () => client.query<typeof myCleaning>('cleaning.mine', {}))
  const { reload } = asked
  useLive(() => void reload())
  const mine = asked.answer
  return (
    <Screen title={t('home.title')} actions={help}>
      <Unanswered asked={asked} />
      {others > 0 ? (
        <Link to="/day/list" className="f-open">
          {t('home.others')}
        </Link>
      ) : null}
      {mine ? (
        <>
          <section aria-label={t('home.shift')}>
            <h2 className="w-subtitle">{t('home.shift')}</h2>
            {mine.shifts.length === 0 ? <p className="w-soft">{t('home.shift-none')}</p> : null}
            <ul>
              {mine.shifts.slice(0, 4).map(({ startsAt, endsAt }) => (
                <li key={startsAt}>{t('home.shift-is', { from: moment(startsAt), until: moment(endsAt) })}</li>
              ))}
            </ul>
          </section>
          <section aria-label={t('home.sections')}>
            <h2 className="w-subtitle">{t('home.sections')}</h2>
            {mine.sections.length === 0 ? <Notice>{t('home.sections-none')}</Notice> : null}
            <ul className="f-list">
              {mine.sections.map(section => (
                <li key={section.sectionId} className="w-card">
                  <p>
                    <strong>{section.name}</strong>
                  </p>
                  <p>{t('home.score', { score: section.score, full: mine.fullScore })}</p>
                  <p className="w-soft">
                    {section.areaSquareMetres === null
                      ? t('home.length', { metres: section.lengthMetres })
                      : t('home.area', { metres: section.lengthMetres, area: section.areaSquareMetres })}
                  </p>
                </li>
              ))}
            </ul>
          </section>
          <section aria-label={t('home.deductions')}>
            <h2 className="w-subtitle">{t('home.deductions')}</h2>
            {mine.deductions.length === 0 ? <p className="w-soft">{t('home.deductions-none')}</p> : null}
            <ul className="f-list">
              {mine.deductions.map(one => (
                <li key={one.deductionId} className="w-card">
                  <DeductionCard deduction={one} onObjected={() => void reload()} />
                </li>
              ))}
            </ul>
          </section>
          <details>
            <summary className="cl-fold">{t('home.standard')}</summary>
            <ul>
              {mine.standard.map(({ item, points }) => (
                <li key={item}>{t('home.standard-item', { item: t(`item.${item}`), points })}</li>
              ))}
            </ul>
          </details>
          <div className="w-actions">
            <Link to="/report" className="w-button w-button-primary w-wide">
              {t('home.report')}
            </Link>
          </div>
        </>
      ) : null}
    </Screen>
  )
}
