import { OutOfReach } from '#platform/contract/common/client.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { usePhone } from '#platform/offline/field/index.ts'
import { useAnswer, useClient } from '#platform/ui/ui/index.ts'
import type { Household, takeAlong } from '../common/contract/take-along.ts'

export interface KnownHousehold {
  /** Null: not to be seen, or not there any more. */
  readonly household: Household | null
  /** It is what lies on the phone: the server was not reached. */
  readonly isKept: boolean
}

/** After so long a silence what lies on the phone is shown. */
const patienceMilliseconds = 2_500

/** The household of somebody: as the server has it, or as it lies on the phone. */
export function useHousehold(thingId: string) {
  const client = useClient()
  const phone = usePhone()
  return useAnswer<KnownHousehold>(`household ${thingId}`, async () => {
    const lying = (await phone.kept('registry.take-along', { thingId })) as Household | undefined
    const asking = client.command<typeof takeAlong>('registry.take-along', { thingIds: [thingId] })
    const kept = { household: lying ?? null, isKept: true }
    try {
      const answer = await (lying ? Promise.race([asking, afterPatience()]) : asking)
      if (answer === null) return kept
      if (!isRefusal(answer)) return { household: answer.households[0] ?? null, isKept: false }
      // Signed out by time: what lies here may still be used.
      return lying && answer.kind === 'unauthenticated' ? kept : answer
    } catch (trouble) {
      if (lying && trouble instanceof OutOfReach) return kept
      throw trouble
    }
  })
}

const afterPatience = () => new Promise<null>(resolve => setTimeout(() => resolve(null), patienceMilliseconds))
