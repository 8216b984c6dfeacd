import type { FieldValue } from '../common/field-spec.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import type { RegistryWork } from './commands/thing-commands.ts'
import { RelationWriter } from './relation-store.ts'
import { type ThingRow, ThingWriter } from './thing-store.ts'

interface Kept {
  readonly facilityId: string
  /** What was said of the facility, checked. */
  readonly fields: Readonly<Record<string, FieldValue | null>>
  readonly on: string
}

/**
 * Who keeps a facility is said by credit code. Where the library has that organisation, the two are joined from the day on
 * and shown from both sides, and whoever kept it before does no longer.
 */
export async function joinKeeper({ tx, actor, now }: RegistryWork, { facilityId, fields, on }: Kept): Promise<void> {
  const code = fields.keeperCode
  if (code === undefined) return
  const keeper = typeof code === 'string' ? await organisationOf(new ThingWriter(tx, actor), code) : undefined
  const relations = new RelationWriter(tx)
  const open = (await relations.of([facilityId])).filter(
    row => row.kind === 'keeps' && row.to_id === facilityId && row.until_on === null,
  )
  if (keeper && open.some(row => row.from_id === keeper.id)) return
  await relations.end(
    open.filter(row => row.from_on <= on).map(row => row.id),
    { until: on, at: now, byId: actor.personId },
  )
  if (!keeper) return
  await relations.add([
    {
      ...{ id: newId(), kind: 'keeps', role: null, from_id: keeper.id, to_id: facilityId, from_on: on },
      ...{ recorded_at: now, by_id: actor.personId, post_id: actor.postId, way: 'form', ref: null },
    },
  ])
}

/** The one with this code among those that the caller may see. */
async function organisationOf(things: ThingWriter, code: string): Promise<ThingRow | undefined> {
  const found = await things.list({ kind: 'organisation', text: code, limit: 5 })
  return found.find(({ fields }) => fields.uscc === code)
}
