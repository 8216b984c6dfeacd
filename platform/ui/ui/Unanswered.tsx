import { ErrorState, Spinner } from './Notice.tsx'
import type { Asked } from './use-answer.ts'

/**
 * While there is no answer: that it is on its way, or why it did not come and the way to ask again. Nothing once there is
 * one: what is on the screen stays when the line breaks.
 */
export function Unanswered({ asked }: { readonly asked: Asked<unknown> & { readonly reload: () => Promise<void> } }) {
  if (asked.answer !== undefined) return null
  if (asked.state === 'failed') return <ErrorState trouble={asked.trouble} onAgain={() => void asked.reload()} />
  return <Spinner />
}
