import type { Kysely } from 'kysely'
import type { Actor } from '#platform/authz/common/grants.ts'
import type { Work } from '#platform/commands/server/command.ts'
import { care } from '../common/care.ts'
import { carePolicies, listCare, visitWords } from './care-store.ts'
import { careVisited } from './commands/care-commands.ts'
import { tellConflicts, tellOf } from './commands/thing-commands.ts'
import { recordFields, type Recording } from './record-fields.ts'
import type { Surroundings } from './surroundings.ts'
import type { RegistryTables } from './tables.ts'
import { RelationReader } from './relation-store.ts'
import { ThingReader } from './thing-store.ts'

const own = (work: Work<unknown>) => work as unknown as Work<RegistryTables>

/** What somebody said on a visit goes into the library, by the visitor's rights; what is disputed is told to its settlers. */
export async function recordSaid(
  around: Surroundings,
  callersWork: Work<unknown>,
  recordings: readonly Recording[],
): Promise<{ readonly conflicts: number }> {
  if (recordings.length === 0) return { conflicts: 0 }
  const work = own(callersWork)
  const house = { ...around, staleAfter: around.staleAfter(work.now) }
  const recorded = await recordFields(house, work, recordings)
  const rows = await new ThingReader(work.tx, work.actor).byIds(recorded.map(one => one.thingId))
  const rowOf = new Map(rows.map(row => [row.id, row]))
  for (const { thingId, conflictIds } of recorded) {
    const row = rowOf.get(thingId)
    if (!row) continue
    if (conflictIds.length > 0) await tellConflicts(work, row)
    tellOf(work, thingId, row.grid_path)
  }
  return { conflicts: recorded.reduce((sum, one) => sum + one.conflictIds.length, 0) }
}

/** Entries of the care lists in the actor's places whose next visit is due until a day, the longest due first. */
export async function dueCare(db: Kysely<unknown>, actor: Actor, until: string) {
  const read = db as unknown as Kysely<RegistryTables>
  const policies = await carePolicies(read)
  const rows = await listCare(read, actor, {}, visitWords)
  return rows.flatMap(row => {
    const { next_visit_on: dueOn, care_group: group } = row
    if (dueOn === null || dueOn > until) return []
    const everyDays = policies.get(group)?.visit_days ?? care[group].visitDays
    const one = { careId: row.id, personId: row.person_id, title: row.title, gridPath: row.grid_path ?? '' }
    return [{ ...one, group: care[group].label, everyDays, dueOn }]
  })
}

/** The people and households that live in a home now, as far as the actor may see them. */
export async function livingIn(db: Kysely<unknown>, actor: Actor, homeId: string): Promise<readonly string[]> {
  const read = db as unknown as Kysely<RegistryTables>
  const lives = (await new RelationReader(read).of([homeId])).filter(
    ({ kind, to_id: at, until_on: until }) =>
      at === homeId && until === null && (kind === 'lives-in' || kind === 'household-in'),
  )
  const rows = await new ThingReader(read, actor).byIds(lives.map(one => one.from_id))
  return rows.map(row => row.id)
}

/** Moves the rhythm of the entries that the actor may care for; those of others stay as they are. */
export async function caredFor(callersWork: Work<unknown>, careIds: readonly string[], on: string) {
  const next: { careId: string; on: string }[] = []
  for (const careId of careIds) {
    const nextVisitOn = await careVisited(own(callersWork), careId, on)
    if (nextVisitOn !== null) next.push({ careId, on: nextVisitOn })
  }
  return next
}
