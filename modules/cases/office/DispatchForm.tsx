import { Input, Select } from 'antd'
import { byName } from '#platform/ui/office/by-name.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { dispatchCase } from '../common/contract.ts'
import type { listUnits } from '../common/contract-queries.ts'
import { textLimits } from '../common/limits.ts'
import { casesMessages } from '../common/messages.ts'
import type { StepProps } from './ActForm.tsx'
import { caseOfficeMessages } from './messages.ts'
import { SuggestedUnit } from './suggestions.tsx'
import { useStep } from './use-step.ts'

interface Typed {
  readonly unitId: string
  readonly assistUnitIds?: readonly string[]
  readonly note?: string
}

/** To which department; the one that had it before is filled in. */
export function DispatchForm(step: StepProps) {
  const t = useText(caseOfficeMessages, casesMessages)
  const asked = useAsk<typeof listUnits>('cases.units', {})
  const { send, form } = useStep<typeof dispatchCase>('cases.dispatch', step)
  const units = asked.data?.units ?? []
  return (
    <OfficeForm<Typed>
      {...form}
      name={step.draft}
      keepsDraft
      {...(step.shown.unitId ? { start: { unitId: step.shown.unitId } } : {})}
      submit={t('cases.action.dispatch')}
      onCancel={step.onCancel}
      onSend={({ unitId, assistUnitIds = [], note }) =>
        send({
          caseId: step.shown.caseId,
          version: step.version,
          unitId,
          assistUnitIds: [...assistUnitIds],
          ...(note ? { note } : {}),
        })
      }
    >
      {asked.isSuccess && units.length === 0 ? <p className="o-vacant">{t('act.no-units')}</p> : null}
      <Item name="unitId" label={t('act.unit')} isRequired>
        <SuggestedUnit
          shown={step.shown}
          isLoading={asked.isPending}
          options={units.map(({ unitId, name }) => ({ value: unitId, label: name }))}
        />
      </Item>
      <Item name="assistUnitIds" label={t('act.assistants')} hint={t('act.assistants-hint')} isOptional>
        <Select
          mode="multiple"
          maxCount={5}
          loading={asked.isPending}
          showSearch={byName}
          options={units.map(({ unitId, name }) => ({ value: unitId, label: name }))}
        />
      </Item>
      <Item name="note" label={t('act.note')} isOptional>
        <Input.TextArea rows={2} maxLength={textLimits.note} showCount />
      </Item>
    </OfficeForm>
  )
}
