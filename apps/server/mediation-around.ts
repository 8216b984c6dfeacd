import type { Surroundings } from '#modules/mediation/server/index.ts'
import { placesWithNames } from './cases-for-diary.ts'
import type { Parts } from './modules.ts'

/** What mediation asks of places, people and keys. */
export function mediationAround({ grids, secrets, staff }: Parts): Surroundings {
  const { read, root, names } = placesWithNames(grids)
  return { secrets, places: { read, root, names }, people: (db, ids) => staff.directory.people(db as never, ids) }
}
