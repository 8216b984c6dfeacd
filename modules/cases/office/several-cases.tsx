import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { officeMessages } from '#platform/ui/office/messages.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { linkCase, splitCase, unlinkCase } from '../common/contract-procedure.ts'
import { textLimits } from '../common/limits.ts'
import { casesMessages } from '../common/messages.ts'
import type { StepProps } from './ActForm.tsx'
import { ChooseNearby } from './ChooseNearby.tsx'
import { caseOfficeMessages } from './messages.ts'
import { useStep } from './use-step.ts'

/** Two cases that have to do with each other: those near by, one button each. */
export function LinkForm(step: StepProps) {
  const t = useText(caseOfficeMessages)
  const { send, form } = useStep<typeof linkCase>('cases.link', step)
  return (
    <ChooseNearby
      step={step}
      form={form}
      why={t('act.link.why')}
      choose={t('act.link.do')}
      chooseThis={number => t('act.link.this', { number })}
      onChoose={caseId => send({ caseId: step.shown.caseId, version: step.version, other: caseId })}
    />
  )
}

export function UnlinkForm(step: StepProps) {
  const t = useText(caseOfficeMessages, officeMessages)
  const { send, form } = useStep<typeof unlinkCase>('cases.unlink', step)
  return (
    <div>
      <Told trouble={form.trouble} />
      <ul className="co-near">
        {step.shown.procedure.links.map(({ caseId, number }) => (
          <li key={caseId}>
            <span className="o-code">{number}</span>
            <Button
              aria-label={t('act.unlink.this', { number })}
              loading={form.isSending}
              onClick={() => send({ caseId: step.shown.caseId, version: step.version, other: caseId })}
            >
              {t('act.unlink.do')}
            </Button>
          </li>
        ))}
      </ul>
      <Button onClick={step.onCancel}>{t('form.cancel')}</Button>
    </div>
  )
}

interface Parts {
  readonly parts: readonly string[]
}

/** The parts, each a case of its own that waits for dispatch. */
export function SplitForm(step: StepProps) {
  const t = useText(caseOfficeMessages, casesMessages)
  const { send, form } = useStep<typeof splitCase>('cases.split', step)
  // Made once, so that a repeat after a broken line makes the same cases.
  const [ids, setIds] = useState(() => [newId(), newId()])
  return (
    <OfficeForm<Parts>
      {...form}
      name={step.draft}
      submit={t('cases.action.split')}
      onCancel={step.onCancel}
      onSend={({ parts }) =>
        send({
          caseId: step.shown.caseId,
          version: step.version,
          parts: ids.map((caseId, at) => ({ caseId, description: parts[at] ?? '' })),
        })
      }
    >
      <p className="o-hint">{t('act.split.why')}</p>
      {ids.map((id, at) => (
        <Item key={id} name={['parts', String(at)]} label={t('act.split.part', { number: at + 1 })} isRequired>
          <Input.TextArea rows={2} maxLength={textLimits.description} />
        </Item>
      ))}
      <Form.Item>
        <Button disabled={ids.length >= 20} onClick={() => setIds([...ids, newId()])}>
          {t('act.split.more')}
        </Button>
        {ids.length > 2 ? <Button onClick={() => setIds(ids.slice(0, -1))}>{t('act.split.less')}</Button> : null}
      </Form.Item>
    </OfficeForm>
  )
}
