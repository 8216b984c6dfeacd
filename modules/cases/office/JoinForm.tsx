import { Button } from 'antd'
import { Told } from '#platform/ui/office/Told.tsx'
import { officeMessages } from '#platform/ui/office/messages.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { joinCase } from '../common/contract.ts'
import type { StepProps } from './ActForm.tsx'
import { caseOfficeMessages } from './messages.ts'
import { NearbyCases } from './NearbyCases.tsx'
import { useStep } from './use-step.ts'

/** Joining: the cases near by, with their reasons, one button each. */
export function JoinForm(step: StepProps) {
  const t = useText(caseOfficeMessages, officeMessages)
  const { send, form } = useStep<typeof joinCase>('cases.join', step)
  return (
    <div>
      <h2>{t('act.into')}</h2>
      <p className="o-hint">{t('act.join.why')}</p>
      <Told trouble={form.trouble} />
      <NearbyCases
        shown={step.shown}
        chosen={null}
        aside={one => (
          <Button
            aria-label={t('nearby.join-this', { number: one.number })}
            loading={form.isSending}
            onClick={() => send({ caseId: step.shown.caseId, version: step.version, into: one.caseId })}
          >
            {t('nearby.join')}
          </Button>
        )}
      />
      <Button onClick={step.onCancel}>{t('form.cancel')}</Button>
    </div>
  )
}
