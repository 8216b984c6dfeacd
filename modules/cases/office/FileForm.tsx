import { Form, Input } from 'antd'
import { useState } from 'react'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { fileCase } from '../common/contract.ts'
import { textLimits } from '../common/limits.ts'
import { casesMessages } from '../common/messages.ts'
import type { StepProps } from './ActForm.tsx'
import type { ClassChoice } from './ClassPicker.tsx'
import { ConditionChoice, useConditions } from './ConditionChoice.tsx'
import { caseOfficeMessages } from './messages.ts'
import { NearbyCases } from './NearbyCases.tsx'
import { SuggestedClass, useConditionReasons } from './suggestions.tsx'
import { useStep } from './use-step.ts'

interface Typed {
  readonly chosen: ClassChoice
  readonly conditionId?: string
  readonly title?: string
}

/** Filing: first what lies near by, then the class and under which of its conditions, then a title if one wants another. */
export function FileForm(step: StepProps) {
  const t = useText(caseOfficeMessages, casesMessages)
  const [chosen, setChosen] = useState<ClassChoice | null>(null)
  const { send, form } = useStep<typeof fileCase>('cases.file', step)
  return (
    <>
      <h2>{t('nearby.title')}</h2>
      <NearbyCases shown={step.shown} chosen={chosen} />
      <OfficeForm<Typed>
        {...form}
        name={step.draft}
        keepsDraft
        submit={t('cases.action.file')}
        onCancel={step.onCancel}
        onSend={typed => {
          const { kind, code } = typed.chosen
          send({
            ...{ caseId: step.shown.caseId, version: step.version, classKind: kind, classCode: code },
            ...(typed.title ? { title: typed.title } : {}),
            ...(typed.conditionId ? { conditionId: typed.conditionId } : {}),
          })
        }}
      >
        <Form.Item name="chosen" rules={[{ required: true, message: t('class.choose') }]}>
          <SuggestedClass shown={step.shown} onChosen={setChosen} />
        </Form.Item>
        <ConditionItem shown={step.shown} />
        <Item name="title" label={t('act.title')} hint={t('act.title-hint')} isOptional>
          <Input maxLength={textLimits.title} />
        </Item>
      </OfficeForm>
    </>
  )
}

/** Of the class that stands in the form, also of a draft; until they are known nothing can be filed past them. */
function ConditionItem({ shown }: Pick<StepProps, 'shown'>) {
  const t = useText(caseOfficeMessages)
  const chosen: ClassChoice | undefined = Form.useWatch('chosen', Form.useFormInstance())
  const { conditions, isPending } = useConditions(chosen ?? null)
  const reasonFor = useConditionReasons(shown, chosen ?? null)
  if (!chosen || (conditions.length === 0 && !isPending)) return null
  return (
    <Item name="conditionId" label={t('condition.choose')} isRequired>
      <ConditionChoice conditions={conditions} reasonFor={reasonFor} />
    </Item>
  )
}
