import { Checkbox, Form, Input, Radio, Select } from 'antd'
import { byName } from '#platform/ui/office/by-name.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { closeCase, refuseCase } from '../common/contract.ts'
import type { answerExtension, askSuspension, ruleCase, urgeCase } from '../common/contract-procedure.ts'
import type { listUnits } from '../common/contract-queries.ts'
import { textLimits } from '../common/limits.ts'
import { casesMessages } from '../common/messages.ts'
import type { StepProps } from './ActForm.tsx'
import { isGrave, type ReasonAct } from './acts.ts'
import { caseOfficeMessages } from './messages.ts'
import { PickText } from './PickText.tsx'
import { useStep } from './use-step.ts'

/** The consequence in words, then why. All these commands take the same input. */
export function ReasonForm({ act, ...step }: StepProps & { readonly act: ReasonAct }) {
  const t = useText(caseOfficeMessages, casesMessages)
  const { send, form } = useStep<typeof refuseCase>(`cases.${act}` as 'cases.refuse', step)
  return (
    <OfficeForm<{ readonly reason: string }>
      {...form}
      name={step.draft}
      keepsDraft
      isDanger={isGrave(act)}
      submit={t(`cases.action.${act}`)}
      onCancel={step.onCancel}
      onSend={({ reason }) => send({ caseId: step.shown.caseId, version: step.version, reason })}
    >
      <Item name="reason" label={t('act.reason')} hint={t(`act.${act}.why`)} isRequired>
        <Input.TextArea rows={3} maxLength={textLimits.reason} showCount autoFocus />
      </Item>
      <PickText step={act} shown={step.shown} field="reason" />
    </OfficeForm>
  )
}

/** Steps whose form is a note; to some of them it may be left out. */
export type NoteAct = 'close' | 'ask-check' | 'resume' | 'assist-done' | 'urge' | 'instruct'

export function NoteForm({ act, ...step }: StepProps & { readonly act: NoteAct }) {
  const t = useText(caseOfficeMessages, casesMessages)
  const isOptional = act === 'close' || act === 'ask-check' || act === 'resume'
  const { send, form } = useStep<typeof closeCase | typeof urgeCase>(`cases.${act}` as 'cases.close', step)
  return (
    <OfficeForm<{ readonly note?: string }>
      {...form}
      name={step.draft}
      keepsDraft
      submit={t(`cases.action.${act}`)}
      onCancel={step.onCancel}
      onSend={({ note }) => send({ caseId: step.shown.caseId, version: step.version, ...(note ? { note } : {}) })}
    >
      <Item
        name="note"
        label={t('act.note')}
        hint={t(`act.${act}.why`)}
        isOptional={isOptional}
        isRequired={!isOptional}
      >
        <Input.TextArea rows={2} maxLength={textLimits.note} showCount autoFocus />
      </Item>
      <PickText step={act} shown={step.shown} field="note" />
    </OfficeForm>
  )
}

export type AnswerAct =
  | 'answer-extension'
  | 'confirm-extension'
  | 'answer-suspension'
  | 'review-appeal'
  | 'confirm-appeal'
  | 'answer-leave-out'

interface Answered {
  readonly answer: 'yes' | 'no'
  readonly note?: string
}

/** What was asked for and why, then yes or no. A no needs its reason. */
export function AnswerForm({ act, ...step }: StepProps & { readonly act: AnswerAct }) {
  const t = useText(caseOfficeMessages, casesMessages)
  const asked = useAskedFor(act, step)
  const { send, form } = useStep<typeof answerExtension>(`cases.${act}` as 'cases.answer-extension', step)
  return (
    <>
      {asked ? <p className="c-words">{asked}</p> : null}
      <OfficeForm<Answered>
        {...form}
        name={step.draft}
        keepsDraft
        submit={t(`cases.action.${act}`)}
        onCancel={step.onCancel}
        onSend={({ answer, note }) => {
          const said = note ? { note } : {}
          send({ caseId: step.shown.caseId, version: step.version, isGranted: answer === 'yes', ...said })
        }}
      >
        <Item name="answer" label={t('act.answer')} hint={t(`act.${act}.why`)} isRequired>
          <Radio.Group
            options={[
              { value: 'yes', label: t('act.answer.yes') },
              { value: 'no', label: t('act.answer.no') },
            ]}
          />
        </Item>
        <Form.Item noStyle dependencies={['answer']}>
          {({ getFieldValue }) => {
            const isNo = getFieldValue('answer') === 'no'
            return (
              <Item
                name="note"
                label={t(isNo ? 'act.answer.why-not' : 'act.note')}
                isRequired={isNo}
                isOptional={!isNo}
              >
                <Input.TextArea rows={2} maxLength={textLimits.note} showCount />
              </Item>
            )
          }}
        </Form.Item>
      </OfficeForm>
    </>
  )
}

function useAskedFor(act: AnswerAct, { shown }: StepProps): string | null {
  const t = useText(caseOfficeMessages)
  const moment = useMoment()
  const { extension, suspension, appeal, leaveOut, extensionCount } = shown.procedure
  if (act === 'answer-suspension') {
    return suspension ? t('act.asked.suspension', { until: moment(suspension.until), reason: suspension.reason }) : null
  }
  if (act === 'answer-leave-out') return leaveOut ? t('act.asked.leave-out', leaveOut) : null
  if (act === 'review-appeal' || act === 'confirm-appeal') {
    return appeal ? t('act.asked.appeal', { reason: appeal.reason }) : null
  }
  return extension ? t('act.asked.extension', { count: extensionCount + 1, reason: extension.reason }) : null
}

interface Ruled {
  readonly unitId: string
  readonly reason: string
  readonly asRule?: boolean
}

/** Whose it is, why, and whether the same shall hold from now on. */
export function RuleForm(step: StepProps) {
  const t = useText(caseOfficeMessages, casesMessages)
  const units = useAsk<typeof listUnits>('cases.units', {})
  const { send, form } = useStep<typeof ruleCase>('cases.rule', step)
  const { dispute } = step.shown.procedure
  return (
    <>
      {dispute ? <p className="c-words">{t('act.asked.dispute', { reason: dispute.reason })}</p> : null}
      <OfficeForm<Ruled>
        {...form}
        name={step.draft}
        keepsDraft
        submit={t('cases.action.rule')}
        onCancel={step.onCancel}
        onSend={({ unitId, reason, asRule = false }) =>
          send({ caseId: step.shown.caseId, version: step.version, unitId, reason, asRule })
        }
      >
        <Item name="unitId" label={t('act.unit')} hint={t('act.rule.why')} isRequired>
          <Select
            loading={units.isPending}
            showSearch={byName}
            options={(units.data?.units ?? []).map(({ unitId, name }) => ({ value: unitId, label: name }))}
          />
        </Item>
        <Item name="reason" label={t('act.reason')} isRequired>
          <Input.TextArea rows={3} maxLength={textLimits.reason} showCount />
        </Item>
        <Form.Item name="asRule" valuePropName="checked">
          <Checkbox>{t('act.rule.as-rule')}</Checkbox>
        </Form.Item>
      </OfficeForm>
    </>
  )
}

interface Rest {
  readonly until: string
  readonly reason: string
}

/** Until which day it rests; from then on it goes on by itself. */
export function SuspensionForm(step: StepProps) {
  const t = useText(caseOfficeMessages, casesMessages)
  const { send, form } = useStep<typeof askSuspension>('cases.ask-suspension', step)
  return (
    <OfficeForm<Rest>
      {...form}
      name={step.draft}
      keepsDraft
      submit={t('cases.action.ask-suspension')}
      onCancel={step.onCancel}
      onSend={({ until, reason }) =>
        // The end of that day by the clock of whoever asks.
        send({
          caseId: step.shown.caseId,
          version: step.version,
          reason,
          until: new Date(`${until}T23:59:59`).toISOString(),
        })
      }
    >
      <Item name="until" label={t('act.until')} hint={t('act.ask-suspension.why')} isRequired>
        <Input type="date" />
      </Item>
      <Item name="reason" label={t('act.reason')} isRequired>
        <Input.TextArea rows={3} maxLength={textLimits.reason} showCount />
      </Item>
    </OfficeForm>
  )
}
