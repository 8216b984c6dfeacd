import { OutOfReach } from '../../contract/common/client.ts'
import { isRefusal, type Refusal } from '../../kernel/common/refusal.ts'

/** After so long a silence what lies on the phone is shown. */
const patienceMilliseconds = 2_500

export interface LookedAt<Answer> {
  readonly answer: Answer
  /** It is what lies on the phone: the server was not reached. */
  readonly isKept: boolean
}

/**
 * What is opened by a command, because opening is on record: as the server has it, or as it lies on the phone where the
 * server does not answer. Signed out by time, what lies here may still be used; what one may no longer see is not shown.
 */
export async function lookedAt<Answer>(
  lying: Answer | undefined,
  asking: Promise<Answer | Refusal>,
  patience = patienceMilliseconds,
): Promise<LookedAt<Answer> | Refusal> {
  if (lying === undefined) return shown(await asking)
  const kept = { answer: lying, isKept: true }
  try {
    const first = await Promise.race([asking.then(shown), silence(patience)])
    if (first === null) return kept
    return isRefusal(first) && first.kind === 'unauthenticated' ? kept : first
  } catch (trouble) {
    if (trouble instanceof OutOfReach) return kept
    throw trouble
  }
}

const shown = <Answer>(answer: Answer | Refusal): LookedAt<Answer> | Refusal =>
  isRefusal(answer) ? answer : { answer, isKept: false }

const silence = (milliseconds: number) => new Promise<null>(resolve => setTimeout(() => resolve(null), milliseconds))
