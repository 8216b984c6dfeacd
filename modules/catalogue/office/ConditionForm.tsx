import { Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import { type LimitClock, limitClocks } from '#platform/worktime/common/index.ts'
import type { endCondition, putCondition } from '../common/contract.ts'
import { longestCell } from '../common/sheet-diff.ts'
import type { Condition } from './ConditionsPage.tsx'
import { catalogueOfficeMessages } from './messages.ts'

interface Typed {
  readonly condition: string
  readonly limitText: string
  readonly clock?: LimitClock | 'read'
  readonly amount?: number
  readonly closing: string
  readonly handlingBody?: string
  readonly supervisingBody?: string
  readonly collect?: string
  readonly from: string
}

interface ConditionFormProps {
  readonly conditionId: string
  /** The version that the writer has read; 0 for a new condition. */
  readonly seenVersion: number
  readonly start: Pick<Condition, 'classKind' | 'classCode'> & Partial<Condition>
  readonly onClose: () => void
}

const today = () => dayOf(new Date().toISOString())

/** The next version of a condition. What the limit's text does not say, a person decides here. */
export function ConditionForm({ conditionId, seenVersion, start, onClose }: ConditionFormProps) {
  const t = useText(catalogueOfficeMessages)
  const say = useSay()
  const [from] = useState(today)
  const { send, isSending, trouble } = useDo<typeof putCondition>('catalogue.put-condition', {
    renews: ['catalogue.'],
    onDone({ needsDecision }) {
      say(t(needsDecision ? 'conditions.saved-undecided' : 'conditions.saved'))
      onClose()
    },
  })
  const { classKind, classCode } = start
  return (
    <OfficeForm<Typed>
      name={`condition-${conditionId}`}
      start={{
        condition: start.condition ?? '',
        limitText: start.limitText ?? '',
        clock: 'read',
        closing: start.closing ?? '',
        handlingBody: start.handlingBody ?? '',
        supervisingBody: start.supervisingBody ?? '',
        collect: (start.collect ?? []).join('、'),
        from,
      }}
      submit={t('form.save')}
      isSending={isSending}
      trouble={trouble}
      onCancel={onClose}
      onSend={({ clock = 'read', amount, collect = '', handlingBody = '', supervisingBody = '', ...typed }) =>
        send({
          ...{ conditionId, seenVersion, classKind, classCode, handlingBody, supervisingBody, ...typed },
          ...(clock !== 'read' && amount ? { limit: { clock, amount } } : {}),
          collect: collect.split(/[、；;]/u).filter(thing => thing.trim() !== ''),
        })
      }
    >
      <Item name="condition" label={t('form.condition')} isRequired>
        <Input.TextArea rows={2} maxLength={longestCell} autoFocus />
      </Item>
      <Item name="limitText" label={t('form.limit-text')} hint={t('form.limit-text-hint')} isRequired>
        <Input maxLength={longestCell} />
      </Item>
      <Item name="clock" label={t('form.clock')} isOptional>
        <Select
          options={[
            { value: 'read', label: t('form.clock-read') },
            ...limitClocks.map(clock => ({ value: clock, label: t(`clock.${clock}`) })),
          ]}
        />
      </Item>
      <Item name="amount" label={t('form.amount')} isOptional>
        <InputNumber min={0.5} max={9999} />
      </Item>
      <Item name="closing" label={t('form.closing')} isRequired>
        <Input.TextArea rows={2} maxLength={longestCell} />
      </Item>
      <Item name="handlingBody" label={t('form.handling')} isOptional>
        <Input maxLength={longestCell} />
      </Item>
      <Item name="supervisingBody" label={t('form.supervising')} isOptional>
        <Input maxLength={longestCell} />
      </Item>
      <Item name="collect" label={t('form.collect')} hint={t('form.collect-hint')} isOptional>
        <Input maxLength={longestCell} />
      </Item>
      <Item name="from" label={t('form.from')} isRequired>
        <Input type="date" />
      </Item>
    </OfficeForm>
  )
}

export function EndForm({ one, onClose }: { readonly one: Condition; readonly onClose: () => void }) {
  const t = useText(catalogueOfficeMessages)
  const say = useSay()
  const [from] = useState(today)
  const { send, isSending, trouble } = useDo<typeof endCondition>('catalogue.end-condition', {
    renews: ['catalogue.'],
    onDone() {
      say(t('conditions.ended'))
      onClose()
    },
  })
  return (
    <OfficeForm<{ readonly from: string }>
      name={`end-${one.conditionId}`}
      start={{ from }}
      submit={t('conditions.end')}
      isDanger
      isSending={isSending}
      trouble={trouble}
      onCancel={onClose}
      onSend={typed => send({ conditionId: one.conditionId, seenVersion: one.version, from: typed.from })}
    >
      <Item name="from" label={t('conditions.end-from')} isRequired>
        <Input type="date" autoFocus />
      </Item>
    </OfficeForm>
  )
}
