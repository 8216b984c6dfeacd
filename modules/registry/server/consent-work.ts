import type { Kysely } from 'kysely'
import type { Work } from '#platform/commands/server/command.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { lostGround } from '../common/consent.ts'
import { type CareRow, changeCare, openCareOf, visitWords } from './care-store.ts'
import { type ConsentRow, consentsOf } from './protection-store.ts'
import type { Surroundings } from './surroundings.ts'
import type { RegistryTables } from './tables.ts'
import type { ThingRow } from './thing-store.ts'

/** As the rule about consents reads a row. */
export const toConsent = (row: ConsentRow) => ({
  ...{ careGroup: row.care_group, givenOn: row.given_on, untilOn: row.until_on, withdrawnOn: row.withdrawn_on },
})

/** Since when and why an entry rests on nothing any more, by all that the person agreed to. */
export const groundLost = (
  { care_group: group, basis, since }: CareRow,
  consents: readonly ConsentRow[],
  day: string,
) => lostGround({ group, basis, since }, consents.map(toConsent), day)

/**
 * Takes a person off the lists that rested on a consent that is no more, and tells whoever keeps such a list there or goes
 * to the person for it.
 */
export async function endLostGround(
  around: Surroundings,
  work: Work<RegistryTables>,
  person: ThingRow,
): Promise<{ readonly ended: readonly CareRow[]; readonly stays: readonly CareRow[] }> {
  const { tx, actor, now } = work
  const [open, consents] = [await openCareOf(tx, [person.id]), await consentsOf(tx, person.id)]
  const ended: CareRow[] = []
  for (const row of open) {
    const end = groundLost(row, consents, dayOf(now))
    if (!end) continue
    ended.push(row)
    const { on, reason } = end
    await changeCare(tx, row.id, {
      ...{ until_on: on, ended_by: actor.personId, end_reason: reason, next_visit_on: null },
    })
    // No name and no list: the notice leads to the person, where looking is on record.
    const subject = { kind: 'registry-thing', id: person.id }
    for (const personId of await keepersOf(around, tx, row, person.grid_path))
      if (personId !== actor.personId) work.notify({ personId, kind: `registry.${reason}`, subject, params: {} })
  }
  return { ended, stays: open.filter(row => !ended.includes(row)) }
}

async function keepersOf(
  around: Surroundings,
  db: Kysely<RegistryTables>,
  { care_group: group }: CareRow,
  gridPath: string,
): Promise<ReadonlySet<string>> {
  const held = await Promise.all(visitWords(group).map(word => around.holders(db as never, word, gridPath)))
  return new Set(held.flat())
}
