import { Select } from 'antd'
import { byName } from '#platform/ui/office/by-name.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { assignCase } from '../common/contract-procedure.ts'
import type { listTakers } from '../common/contract-queries.ts'
import { casesMessages } from '../common/messages.ts'
import type { StepProps } from './ActForm.tsx'
import { caseOfficeMessages } from './messages.ts'
import { useStep } from './use-step.ts'

/** To which post; those on shift first. */
export function AssignForm(step: StepProps) {
  const t = useText(caseOfficeMessages, casesMessages)
  const { caseId } = step.shown
  const asked = useAsk<typeof listTakers>('cases.takers', { caseId })
  const { send, form } = useStep<typeof assignCase>('cases.assign', step)
  const shift = (isOnShift: boolean | null) =>
    isOnShift === null ? '' : ` · ${t(isOnShift ? 'act.assign.on-shift' : 'act.assign.off-shift')}`
  const posts = asked.data?.posts ?? []
  return (
    <OfficeForm<{ readonly toPostId: string }>
      {...form}
      name={step.draft}
      keepsDraft
      submit={t('cases.action.assign')}
      onCancel={step.onCancel}
      onSend={({ toPostId }) => send({ caseId, version: step.version, toPostId })}
    >
      {asked.isSuccess && posts.length === 0 ? <p className="o-vacant">{t('act.assign.nobody')}</p> : null}
      <Item name="toPostId" label={t('act.assign.post')} hint={t('act.assign.why')} isRequired>
        <Select
          loading={asked.isPending}
          showSearch={byName}
          options={posts.map(({ postId, title, unitName, holderName, isOnShift }) => ({
            value: postId,
            label: `${title} ${holderName} · ${unitName}${shift(isOnShift)}`,
          }))}
        />
      </Item>
    </OfficeForm>
  )
}
