import { Input, Select } from 'antd'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { askLeaveOut } from '../common/contract-procedure.ts'
import type { listLeaveOutReasons } from '../common/contract-queries.ts'
import { textLimits } from '../common/limits.ts'
import { casesMessages } from '../common/messages.ts'
import type { StepProps } from './ActForm.tsx'
import { caseOfficeMessages } from './messages.ts'
import { useStep } from './use-step.ts'

interface LeavingOut {
  readonly reason: string
  readonly note: string
}

/** One of the place's reasons, and why it is so of this case. */
export function LeaveOutForm(step: StepProps) {
  const t = useText(caseOfficeMessages, casesMessages)
  const asked = useAsk<typeof listLeaveOutReasons>('cases.leave-out-reasons', {})
  const reasons = asked.data?.reasons ?? []
  const { send, form } = useStep<typeof askLeaveOut>('cases.ask-leave-out', step)
  if (asked.data && reasons.length === 0) return <p>{t('act.leave-out.no-reasons')}</p>
  return (
    <OfficeForm<LeavingOut>
      {...form}
      name={step.draft}
      keepsDraft
      submit={t('cases.action.ask-leave-out')}
      onCancel={step.onCancel}
      onSend={({ reason, note }) => send({ caseId: step.shown.caseId, version: step.version, reason, note })}
    >
      <Item name="reason" label={t('act.leave-out.reason')} hint={t('act.ask-leave-out.why')} isRequired>
        <Select loading={asked.isPending} options={reasons.map(value => ({ value, label: value }))} />
      </Item>
      <Item name="note" label={t('act.leave-out.note')} isRequired>
        <Input.TextArea rows={3} maxLength={textLimits.note} showCount />
      </Item>
    </OfficeForm>
  )
}
