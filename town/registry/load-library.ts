import type { Transaction } from 'kysely'
import { addThings, insertRelations, type RecordingHouse, type RegistryTables } from '#modules/registry/server/index.ts'
import { nobody } from '#platform/authz/common/grants.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Geography } from '../geography/geography.ts'
import type { PeoplePlan } from '../people/people.ts'
import type { PlacesPlan } from '../places/plan-places.ts'
import { LibraryPen, type LibraryPlan, writeHomes } from './plan-library.ts'
import { writeStreetLife } from './street-life.ts'

/** Who lives in the town's buildings, what stands on its streets: the same for the same seed. */
export function planLibrary(geography: Geography, places: PlacesPlan, people: PeoplePlan, now: number): LibraryPlan {
  const pen = new LibraryPen(geography, people, now)
  writeHomes(pen, geography, places)
  writeStreetLife(pen, geography, places, people)
  const { things, relations } = pen
  return { things, relations }
}

export async function loadLibrary(
  tx: Transaction<unknown>,
  house: RecordingHouse,
  { things, relations }: LibraryPlan,
  now: Instant,
): Promise<void> {
  const own = tx as unknown as Transaction<RegistryTables>
  await addThings(house, { tx: own, actor: { ...nobody, personId: 'town' }, now }, things)
  await insertRelations(own, relations)
}
