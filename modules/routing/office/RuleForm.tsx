import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { useDo } from '#platform/ui/office/ask.ts'
import { forgetDraft, Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { endRule, putRule, RuleShape } from '../common/contract.ts'
import { routingMessages } from '../common/messages.ts'
import { minuteOf, timeOf } from '../common/rule.ts'
import { ClassChoice, classChoice, classTerms, everything, PlaceChoice, UnitChoice } from './choices.tsx'
import { routingOfficeMessages } from './messages.ts'

interface Typed {
  readonly place: string
  readonly class: string
  readonly weekdays?: readonly number[]
  readonly from?: string
  readonly until?: string
  readonly validFrom: string
  readonly validUntil?: string
  readonly unitId: string
  readonly reason: string
}

interface RuleFormProps {
  /** Null for a new rule. */
  readonly rule: RuleShape | null
  readonly onDone: () => void
  readonly onCancel: () => void
}

const week = [1, 2, 3, 4, 5, 6, 7] as const

/** A new rule, or the next version of one. A draft stays until it is saved. */
export function RuleForm({ rule, onDone, onCancel }: RuleFormProps) {
  const t = useText(routingOfficeMessages, routingMessages)
  const say = useSay()
  const [ruleId] = useState(() => rule?.ruleId ?? newId())
  const [day] = useState(() => dayOf(new Date().toISOString()))
  const draft = rule ? `routing-rule-${rule.ruleId}-${rule.version}` : 'routing-rule'
  const { send, isSending, trouble } = useDo<typeof putRule>('routing.put-rule', {
    renews: ['routing.'],
    onDone({ version }) {
      forgetDraft(draft)
      say(t('rules.saved', { version }))
      onDone()
    },
  })
  return (
    <OfficeForm<Typed>
      name={draft}
      keepsDraft
      start={rule ? typedOf(rule) : { place: everything, class: everything, validFrom: day }}
      submit={t('rule.save')}
      isSending={isSending}
      trouble={trouble}
      onCancel={onCancel}
      onSend={typed => send({ ruleId, seenVersion: rule?.version ?? 0, ...inputOf(typed) })}
    >
      <Item name="place" label={t('rule.place')} hint={t('rule.place-hint')} isRequired>
        <PlaceChoice withAll />
      </Item>
      <Item name="class" label={t('rule.class')} hint={t('rule.class-hint')} isRequired>
        <ClassChoice />
      </Item>
      <fieldset className="ro-part">
        <legend>{t('rule.weekdays')}</legend>
        <Item name="weekdays" label="" hint={t('rule.weekdays-hint')}>
          <Checkbox.Group options={week.map(value => ({ value, label: t(`routing.day.${value}`) }))} />
        </Item>
      </fieldset>
      <div className="ro-pair">
        <Item name="from" label={t('rule.from')} isOptional>
          <Input type="time" />
        </Item>
        <Item name="until" label={t('rule.until')} hint={t('rule.hours-hint')} isOptional>
          <Input type="time" />
        </Item>
      </div>
      <div className="ro-pair">
        <Item name="validFrom" label={t('rule.valid-from')} isRequired>
          <Input type="date" />
        </Item>
        <Item name="validUntil" label={t('rule.valid-until')} hint={t('rule.valid-until-hint')} isOptional>
          <Input type="date" />
        </Item>
      </div>
      <Item name="unitId" label={t('rule.unit')} isRequired>
        <UnitChoice />
      </Item>
      <Item name="reason" label={t('rule.reason')} hint={t('rule.reason-hint')} isRequired>
        <Input.TextArea rows={2} maxLength={500} showCount />
      </Item>
    </OfficeForm>
  )
}

function typedOf(rule: RuleShape): Typed {
  const { gridPath, weekdays, hours, validFrom, validUntil, unitId, reason } = rule
  return {
    ...{ place: gridPath ?? everything, class: classChoice(rule), weekdays, validFrom, unitId, reason },
    ...(hours ? { from: timeOf(hours.from), until: timeOf(hours.until) } : {}),
    ...(validUntil ? { validUntil } : {}),
  }
}

/** One hour alone reaches to, or begins at, midnight. */
function inputOf({ place, weekdays = [], from, until, validFrom, validUntil, unitId, reason, ...typed }: Typed) {
  const hours = from || until ? { from: minuteOf(from || '00:00'), until: minuteOf(until || '00:00') } : null
  return {
    ...{ gridPath: place === everything ? null : place, ...classTerms(typed.class), weekdays: [...weekdays], hours },
    ...{ validFrom, validUntil: validUntil || null, unitId, reason },
  }
}

interface EndFormProps {
  readonly rule: RuleShape
  readonly onDone: () => void
  readonly onCancel: () => void
}

export function EndForm({ rule: { ruleId, version }, onDone, onCancel }: EndFormProps) {
  const t = useText(routingOfficeMessages)
  const say = useSay()
  const { send, isSending, trouble } = useDo<typeof endRule>('routing.end-rule', {
    renews: ['routing.'],
    onDone() {
      say(t('rules.is-ended'))
      onDone()
    },
  })
  return (
    <OfficeForm<{ readonly reason: string }>
      name={`end-rule-${ruleId}`}
      isDanger
      submit={t('rules.end')}
      isSending={isSending}
      trouble={trouble}
      onCancel={onCancel}
      onSend={({ reason }) => send({ ruleId, seenVersion: version, reason })}
    >
      <Item name="reason" label={t('rule.reason')} hint={t('rule.end-why')} isRequired>
        <Input.TextArea rows={2} maxLength={500} showCount autoFocus />
      </Item>
    </OfficeForm>
  )
}
