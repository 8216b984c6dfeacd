import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { type RowOf, useAsk } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listPlans } from '../common/contract.ts'
import { patrolOfficeMessages } from './messages.ts'
import { PlanForm } from './PlanForm.tsx'

export type ShownPlan = RowOf<typeof listPlans>

/** Who looks at what, where and how often. */
export function Page() {
  const t = useText(patrolOfficeMessages)
  const may = useMay()
  const [ended, setEnded] = useState(false)
  const [open, setOpen] = useState<string | null>(null)
  const asked = useAsk<typeof listPlans>('patrol.plans', { ended })
  return (
    <OfficePage title={t('plans.title')} about={t('plans.about')} actions={<Link to="/patrol">{t('round.back')}</Link>}>
      <div className="o-actions">
        {may('patrol.plan') && open !== 'new' ? (
          <Button type="primary" onClick={() => setOpen('new')}>
            {t('plans.new')}
          </Button>
        ) : null}
        <Button aria-pressed={ended} onClick={() => setEnded(!ended)}>
          {t('plans.ended')}
        </Button>
      </div>
      {open === 'new' ? <PlanForm plan={null} onEnd={() => setOpen(null)} /> : null}
      <Answered asked={asked}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Blank title={t('plans.none')}>{t('plans.none-why')}</Blank>
          ) : (
            <ul className="o-lines" aria-label={t('plans.title')}>
              {rows.map(plan => (
                <li key={plan.planId}>
                  {open === plan.planId ? (
                    <PlanForm plan={plan} onEnd={() => setOpen(null)} />
                  ) : (
                    <PlanLine plan={plan} onOpen={() => setOpen(plan.planId)} />
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </OfficePage>
  )
}

function PlanLine({ plan, onOpen }: { readonly plan: ShownPlan; readonly onOpen: () => void }) {
  const t = useText(patrolOfficeMessages)
  const { weekdays, spans } = plan.rhythm
  const days = weekdays.length === 7 ? t('days.every') : weekdays.map(day => t(`day.${day as 1}`)).join('、')
  return (
    <article aria-label={plan.title} className="o-stack">
      <span>
        <Link to="/patrol" search={{ plan: plan.planId } as never}>
          <strong>{plan.title}</strong>
        </Link>{' '}
        · {plan.gridNames.slice(-2).join(' › ')}
      </span>
      <span className="o-soft">
        {[plan.postTitle, plan.holderName ?? t('rounds.vacant')].filter(Boolean).join(' · ')} ·{' '}
        {t('plans.points', { count: plan.points.length })}
      </span>
      <span>
        {days} · {spans.map(span => `${span.name} ${span.from}–${span.until}`).join('、')}
        {plan.validUntil ? ` · ${t('plans.until', { day: plan.validUntil })}` : ''}
      </span>
      {plan.mayChange ? (
        <span className="o-actions">
          <Button aria-label={t('plans.change-one', { plan: plan.title })} onClick={onOpen}>
            {t('plans.change')}
          </Button>
        </span>
      ) : null}
    </article>
  )
}
