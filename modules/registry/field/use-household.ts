import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { lookedAt, usePhone } from '#platform/offline/field/index.ts'
import { useAnswer, useClient } from '#platform/ui/ui/index.ts'
import type { Household, takeAlong } from '../common/contract/take-along.ts'

export interface KnownHousehold {
  /** Null: not to be seen, or not there any more. */
  readonly household: Household | null
  /** It is what lies on the phone: the server was not reached. */
  readonly isKept: boolean
}

/** The household of somebody: as the server has it, or as it lies on the phone. */
export function useHousehold(thingId: string) {
  const client = useClient()
  const phone = usePhone()
  return useAnswer<KnownHousehold>(`household ${thingId}`, async () => {
    const lying = (await phone.kept('registry.take-along', { thingId })) as Household | undefined
    const asking = client.command<typeof takeAlong>('registry.take-along', { thingIds: [thingId] })
    const looked = await lookedAt<Household | null>(
      lying,
      asking.then(answer => (isRefusal(answer) ? answer : (answer.households[0] ?? null))),
    )
    return isRefusal(looked) ? looked : { household: looked.answer, isKept: looked.isKept }
  })
}
