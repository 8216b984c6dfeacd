import { command } from '#platform/commands/server/command.ts'
import { type Household, takeAlong } from '../../common/contract/take-along.ts'
import type { ShownThing } from '../../common/contract/things.ts'
import { kinds } from '../../common/kinds.ts'
import { noteLook } from '../look-store.ts'
import { presentThing } from '../present.ts'
import { RelationReader } from '../relation-store.ts'
import type { Surroundings } from '../surroundings.ts'
import { ThingReader, type ThingRow } from '../thing-store.ts'
import type { RegistryWork } from './thing-commands.ts'

const why = '当班走访，带在手机上'
/** A phone asks again every few minutes; for the person it is one look. */
const shiftMinutes = 12 * 60
/** More people under one roof than anybody meets at a door: a dormitory is seen in the office. */
const mostOfOne = 12

export const takeAlongCommand = (around: Surroundings) =>
  command(takeAlong, {
    subject: () => ({ kind: 'registry-phone', id: 'households' }),
    async run({ tx, actor, now }: RegistryWork, { thingIds }) {
      const asked = (await new ThingReader(tx, actor).byIds(thingIds)).filter(row => row.state === 'current')
      const shown = new Map<string, ShownThing>()
      const households: Household[] = []
      for (const row of asked) {
        const rows = await householdOf({ tx, actor }, row)
        const ids = new Set(rows.map(one => one.id))
        for (const one of rows) {
          if (shown.has(one.id)) continue
          if (kinds[one.kind].isPersonal)
            await noteLook(tx, actor, { thingId: one.id, at: now, field: null, reason: why }, shiftMinutes)
          shown.set(one.id, await presentThing(around, { db: tx, actor, now }, one))
        }
        // Only what joins them to one another: the rest of their lives stays where it is.
        const among = ({ relations, ...one }: ShownThing): ShownThing => ({
          ...one,
          relations: relations.filter(({ until, other }) => until === null && other !== null && ids.has(other.thingId)),
        })
        households.push({ thingId: row.id, things: rows.map(one => among(shown.get(one.id)!)) })
      }
      return { households }
    },
  })

/** The thing itself, its household, who belongs to that, and where they live: as far as the caller may see them. */
async function householdOf({ tx, actor }: Pick<RegistryWork, 'tx' | 'actor'>, row: ThingRow): Promise<ThingRow[]> {
  const things = new ThingReader(tx, actor)
  const joined = async (ids: readonly string[], kind: string, from: 'from_id' | 'to_id') => {
    const relations = await new RelationReader(tx).of(ids)
    const other = from === 'from_id' ? 'to_id' : 'from_id'
    const open = relations.filter(one => one.kind === kind && one.until_on === null && ids.includes(one[from]))
    return things.byIds(open.map(one => one[other]))
  }
  const households = row.kind === 'household' ? [row] : await joined([row.id], 'member-of', 'from_id')
  const members = await joined(
    households.map(one => one.id),
    'member-of',
    'to_id',
  )
  const people = row.kind === 'person' ? [row, ...members] : [...members]
  const homes = [
    ...(await joined(
      households.map(one => one.id),
      'household-in',
      'from_id',
    )),
    ...(row.kind === 'person' ? await joined([row.id], 'lives-in', 'from_id') : []),
  ]
  const current = [row, ...households, ...people, ...homes].filter(one => one.state === 'current')
  return [...new Map(current.map(one => [one.id, one])).values()].slice(0, mostOfOne)
}
