import { Button } from 'antd'
import { useState } from 'react'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { Shift, showRoster } from '../common/contract.ts'
import { dayAfter } from '../common/rule.ts'
import { routingOfficeMessages } from './messages.ts'
import { PlanForm } from './PlanForm.tsx'
import { StandInForm } from './StandInForm.tsx'
import { mondayOf } from './monday-of.ts'
import { WeekTable } from './WeekTable.tsx'
import './routing-office.css'

export type Roster = OutputOf<typeof showRoster>

/** A week of one unit: who is on duty when. */
export function Page() {
  const t = useText(routingOfficeMessages)
  const [url, setUrl] = useUrlState()
  const [day] = useState(() => dayOf(new Date().toISOString()))
  const thisWeek = mondayOf(day)
  const from = /^20\d\d-\d\d-\d\d$/.test(url.week ?? '') ? mondayOf(url.week!) : thisWeek
  const input = { from, days: 7, ...(url.unit ? { unitId: url.unit } : {}) }
  const asked = useAsk<typeof showRoster>('routing.show-roster', input, { keep: true })
  const toWeek = (week: string) => setUrl({ week: week === thisWeek ? undefined : week })
  return (
    <OfficePage title={t('place.shifts')} about={t('shifts.about')}>
      <Answered asked={asked}>
        {roster => (
          <div className="o-stack">
            <div className="o-filters">
              <label>
                <span>{t('shifts.unit')}</span>
                <select
                  className="o-select"
                  value={roster.unitId ?? ''}
                  onChange={event => setUrl({ unit: event.target.value || undefined })}
                >
                  {roster.unitId === null ? <option value="">–</option> : null}
                  {roster.units.map(({ unitId, name }) => (
                    <option key={unitId} value={unitId}>
                      {name}
                    </option>
                  ))}
                </select>
              </label>
              <Button onClick={() => toWeek(dayAfter(from, -7))}>{t('shifts.before')}</Button>
              <Button onClick={() => toWeek(thisWeek)} disabled={from === thisWeek}>
                {t('shifts.this')}
              </Button>
              <Button onClick={() => toWeek(dayAfter(from, 7))}>{t('shifts.after')}</Button>
              <b aria-live="polite">{t('shifts.week', { from, until: dayAfter(from, 6) })}</b>
            </div>
            {roster.unitId === null ? (
              <Blank title={t('shifts.no-unit')}>{t('shifts.no-unit-why')}</Blank>
            ) : (
              <RosterOfUnit key={`${roster.unitId} ${roster.days[0]}`} roster={roster} today={day} />
            )}
          </div>
        )}
      </Answered>
    </OfficePage>
  )
}

function RosterOfUnit({ roster, today: day }: { readonly roster: Roster; readonly today: string }) {
  const t = useText(routingOfficeMessages)
  const [chosen, setChosen] = useState<Shift | null>(null)
  return (
    <>
      <section className="o-card" aria-labelledby="roster">
        <h2 id="roster">{t('shifts.table', { unit: roster.unitName ?? '' })}</h2>
        {roster.shifts.length === 0 ? <Blank title={t('shifts.none')}>{t('shifts.none-why')}</Blank> : null}
        {roster.shifts.length > 0 ? <WeekTable roster={roster} today={day} onStandIn={setChosen} /> : null}
      </section>
      {chosen ? (
        <StandInForm key={chosen.shiftId} roster={roster} shift={chosen} onClose={() => setChosen(null)} />
      ) : null}
      {roster.mayPlan ? <PlanForm roster={roster} today={day} /> : null}
    </>
  )
}
