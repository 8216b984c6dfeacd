import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { byName } from '#platform/ui/office/by-name.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { planShifts, showRoster } from '../common/contract.ts'
import { routingMessages } from '../common/messages.ts'
import { dayAfter, weekdayOf } from '../common/rule.ts'
import { routingOfficeMessages } from './messages.ts'
import type { Roster } from './ShiftsPage.tsx'

interface Typed {
  readonly posts: readonly string[]
  readonly days: readonly string[]
  readonly from?: string
  readonly until?: string
}

interface PlanFormProps {
  readonly roster: Roster
  readonly today: string
}

/** Sets days of posts at once, or takes over the week before. Days that are over are not offered. */
export function PlanForm({ roster, today }: PlanFormProps) {
  const t = useText(routingOfficeMessages, routingMessages)
  const say = useSay()
  const [problem, setProblem] = useState<'both' | 'days-needed' | null>(null)
  const { unitId, posts } = roster
  const days = roster.days.filter(day => day >= today)
  const { send, isSending, trouble } = useDo<typeof planShifts>('routing.plan-shifts', {
    renews: ['routing.show-roster'],
    onDone: ({ planned, removed }) => say(t('shifts.saved', { planned, removed })),
  })
  if (unitId === null || days.length === 0) return null
  return (
    <section className="o-card" aria-labelledby="plan">
      <h2 id="plan">{t('shifts.plan')}</h2>
      <p className="o-hint">{t('shifts.plan-about')}</p>
      <OfficeForm<Typed>
        name="plan-shifts"
        start={{ days, from: '08:00', until: '20:00' }}
        submit={t('shifts.save')}
        isSending={isSending}
        trouble={trouble}
        onSend={({ posts: chosen, days: on, from, until }) => {
          const found = Boolean(from) !== Boolean(until) ? 'both' : on.length === 0 ? 'days-needed' : null
          setProblem(found)
          if (found) return
          const spans = from && until ? [{ from, until }] : []
          send({ unitId, days: chosen.flatMap(postId => on.map(day => ({ postId, day, spans }))) })
        }}
      >
        {problem ? (
          <p role="alert" className="o-urgent">
            {t(`shifts.${problem}`)}
          </p>
        ) : null}
        <Item name="posts" label={t('shifts.posts')} isRequired>
          <Select
            mode="multiple"
            showSearch={byName}
            options={posts
              .filter(({ holderName }) => holderName !== null)
              .map(({ postId, title, holderName }) => ({ value: postId, label: `${title} ${holderName}` }))}
          />
        </Item>
        <fieldset className="ro-part">
          <legend>{t('shifts.days')}</legend>
          <Item name="days" label="">
            <Checkbox.Group
              options={days.map(day => ({
                value: day,
                label: `${t(`routing.day.${weekdayOf(day) as 1}`)} ${day.slice(5)}`,
              }))}
            />
          </Item>
        </fieldset>
        <div className="ro-pair">
          <Item name="from" label={t('shifts.from')} isOptional>
            <Input type="time" />
          </Item>
          <Item name="until" label={t('shifts.until')} hint={t('shifts.until-hint')} isOptional>
            <Input type="time" />
          </Item>
        </div>
      </OfficeForm>
      <CopyWeek roster={roster} days={days} isSending={isSending} onCopy={wanted => send({ unitId, days: wanted })} />
    </section>
  )
}

type Day = { postId: string; day: string; spans: { from: string; until: string }[] }

interface CopyWeekProps {
  readonly roster: Roster
  readonly days: readonly string[]
  readonly isSending: boolean
  readonly onCopy: (days: Day[]) => void
}

function CopyWeek({ roster, days, isSending, onCopy }: CopyWeekProps) {
  const t = useText(routingOfficeMessages)
  const from = dayAfter(roster.days[0]!, -7)
  const { data } = useAsk<typeof showRoster>('routing.show-roster', { unitId: roster.unitId!, from, days: 7 })
  if (!data) return null
  const wanted = data.posts
    .filter(post => post.holderName !== null && data.shifts.some(shift => shift.postId === post.postId))
    .flatMap(({ postId }) =>
      days.map(day => ({
        ...{ postId, day },
        spans: data.shifts
          .filter(shift => shift.postId === postId && shift.day === dayAfter(day, -7))
          .map(shift => ({ from: shift.from, until: shift.until })),
      })),
    )
  if (wanted.length === 0) return <p className="o-hint">{t('shifts.copy-none')}</p>
  return (
    <div className="ro-copy">
      <Button loading={isSending} onClick={() => onCopy(wanted)}>
        {t('shifts.copy')}
      </Button>
      <span className="o-hint">{t('shifts.copy-hint')}</span>
    </div>
  )
}
