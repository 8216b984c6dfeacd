import { Button } from 'antd'
import { Told } from '#platform/ui/office/Told.tsx'
import { officeMessages } from '#platform/ui/office/messages.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { StepProps } from './ActForm.tsx'
import { NearbyCases } from './NearbyCases.tsx'
import type { useStep } from './use-step.ts'

interface ChooseNearbyProps {
  readonly step: StepProps
  readonly form: ReturnType<typeof useStep>['form']
  /** What follows from choosing one. */
  readonly why: string
  readonly choose: string
  /** The same with the number, for whoever does not see which row the button stands in. */
  readonly chooseThis: (number: string) => string
  readonly onChoose: (caseId: string) => void
}

/** The cases near by, with their reasons, one button each. */
export function ChooseNearby({ step, form, why, choose, chooseThis, onChoose }: ChooseNearbyProps) {
  const t = useText(officeMessages)
  return (
    <>
      <p className="o-hint">{why}</p>
      <Told trouble={form.trouble} />
      <NearbyCases
        shown={step.shown}
        chosen={null}
        aside={one => (
          <Button aria-label={chooseThis(one.number)} loading={form.isSending} onClick={() => onChoose(one.caseId)}>
            {choose}
          </Button>
        )}
      />
      <Button onClick={step.onCancel}>{t('form.cancel')}</Button>
    </>
  )
}
