import type { Transaction } from 'kysely'
import { PlacesLoader } from '#modules/places/server/index.ts'
import type { SecretBox } from '#platform/crypto/server/index.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Geography } from '../geography/geography.ts'
import type { PeoplePlan } from '../people/people.ts'
import { planPhones } from './plan-phones.ts'

/** The duty phones of the posts on grids, sealed. */
export async function loadPhones(
  tx: Transaction<unknown>,
  geography: Geography,
  people: PeoplePlan,
  { box, at }: { readonly box: SecretBox; readonly at: Instant },
): Promise<void> {
  await new PlacesLoader(tx, at.slice(0, 10)).addPhones(planPhones(geography, people), box, at)
}
