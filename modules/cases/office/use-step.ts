import { useEffect } from 'react'
import type { Endpoint } from '#platform/contract/common/endpoint.ts'
import { useDo } from '#platform/ui/office/ask.ts'
import type { StepProps } from './ActForm.tsx'

/** Sends a step of a case; afterwards everything about cases and the inbox is asked again. */
export function useStep<E extends Endpoint<string, 'command'>>(name: E['name'], step: StepProps) {
  const { onTrouble } = step
  const sent = useDo<E>(name, { renews: ['cases.', 'inbox.'], onDone: step.onDone })
  useEffect(() => {
    if (sent.trouble) onTrouble(sent.trouble)
    // oxlint-disable-next-line react/exhaustive-deps -- once per trouble; the callback is new at each drawing
  }, [sent.trouble])
  return { send: sent.send, form: { isSending: sent.isSending, trouble: sent.trouble } }
}
