import { isRefusal } from '#platform/kernel/common/refusal.ts'
import type { StockWorld } from '#platform/offline/field/index.ts'
import type { takeAlong } from '../common/contract/take-along.ts'
import { mostTakenAlong } from '../common/shift.ts'

const query = 'registry.take-along'

/** The households of these people and no others come to lie on the phone; the first ones, where they are too many. */
export async function takeHouseholds(
  { client, keep, keepOnly }: StockWorld,
  personIds: readonly string[],
): Promise<void> {
  const thingIds = [...new Set(personIds)].slice(0, mostTakenAlong)
  if (thingIds.length === 0) return keepOnly(query, [])
  const answer = await client.command<typeof takeAlong>(query, { thingIds })
  // Signed out by time, the work goes on with what is there; whoever lost the right has nothing of them any more.
  if (isRefusal(answer)) return answer.kind === 'unauthenticated' ? undefined : keepOnly(query, [])
  // Found by whoever is to be visited, and by the household itself.
  const kept = answer.households.flatMap(one => [
    one,
    ...one.things.flatMap(({ kind, thingId }) => (kind === 'household' ? [{ ...one, thingId }] : [])),
  ])
  for (const household of kept) await keep(query, { thingId: household.thingId }, household)
  await keepOnly(
    query,
    kept.map(({ thingId }) => ({ thingId })),
  )
}
