import { useText } from '#platform/ui/ui/use-text.ts'
import type { joinCase } from '../common/contract.ts'
import type { StepProps } from './ActForm.tsx'
import { ChooseNearby } from './ChooseNearby.tsx'
import { caseOfficeMessages } from './messages.ts'
import { useStep } from './use-step.ts'

/** Joining: this report is about the same matter as one of those near by. */
export function JoinForm(step: StepProps) {
  const t = useText(caseOfficeMessages)
  const { send, form } = useStep<typeof joinCase>('cases.join', step)
  return (
    <div>
      <h2>{t('act.into')}</h2>
      <ChooseNearby
        step={step}
        form={form}
        why={t('act.join.why')}
        choose={t('nearby.join')}
        chooseThis={number => t('nearby.join-this', { number })}
        onChoose={caseId => send({ caseId: step.shown.caseId, version: step.version, into: caseId })}
      />
    </div>
  )
}
