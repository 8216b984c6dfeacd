import { newId } from '#platform/kernel/server/new-id.ts'
import { insertRelations, type NewRelation } from '../bulk-store.ts'
import { AlikeWriter } from '../duplicates/alike-store.ts'
import { addThings, type NewThing, recordFields, type RecordingHouse } from '../record-fields.ts'
import { RelationWriter } from '../relation-store.ts'
import { isSameDoor, type Judging, type Weighed } from './judge.ts'
import { doorKey, ManyPeople } from './people-store.ts'

/**
 * Brings judged rows into the library: new people are added, known ones updated field by field through the one way of
 * recording, so that what contradicts waits for a person; who looks like somebody else is added and proposed as such.
 */
export async function takeRows(judging: Judging, rows: readonly Weighed[]): Promise<void> {
  const { around, tx, actor, now, sheet, imports } = judging
  const house: RecordingHouse = { ...around, staleAfter: around.staleAfter(now) }
  const from = { trueOn: sheet.as_of, way: 'import' as const, ref: sheet.id }
  const fresh = rows
    .filter(({ outcome }) => outcome === 'new' || outcome === 'duplicate')
    .map(row => ({ ...row, thingId: newId() }))
  const known = rows.flatMap(row => (row.known && row.outcome !== 'fault' ? [{ ...row, thingId: row.known.id }] : []))
  await addThings(
    house,
    judging,
    fresh.map(
      (row): NewThing => ({
        ...{ thingId: row.thingId, kind: 'person', gridPath: row.gridPath, fields: row.person.fields, ...from },
        ...{ lon: row.door?.lon ?? null, lat: row.door?.lat ?? null },
      }),
    ),
  )
  await recordFields(
    house,
    { tx, actor, now },
    known.flatMap(row => {
      const said = Object.keys(row.person.fields).filter(key => ['taken', 'conflict'].includes(row.fates[key] ?? ''))
      const fields = Object.fromEntries(said.map(key => [key, row.person.fields[key] ?? null]))
      return said.length === 0 ? [] : [{ thingId: row.thingId, fields, ...from }]
    }),
  )
  const moving = [...fresh, ...known.filter(row => row.changes.includes('home'))]
  await settleHomes(judging, house, moving)
  await settleHouseholds(judging, house, [...fresh, ...known.filter(row => row.changes.includes('household'))])
  await imports.mark([...fresh, ...known].map(({ hashed, thingId }) => ({ hashed, thingId })))
  await new AlikeWriter(tx).propose(
    fresh.flatMap(({ thingId, alike }) => alike.map(other => ({ ...other, aId: thingId, bId: other.thingId }))),
    { at: now, source: `import ${sheet.id}` },
  )
}

type Settled = Weighed & { readonly thingId: string }

function relationOf(
  { actor, now, sheet }: Judging,
  one: Pick<NewRelation, 'kind' | 'from_id' | 'to_id' | 'role'>,
): NewRelation {
  return {
    ...{ id: newId(), ...one, from_on: sheet.as_of, recorded_at: now, by_id: actor.personId, post_id: actor.postId },
    ...{ way: 'import', ref: sheet.id },
  }
}

/** Who lives behind which door; homes that the library does not have yet are made. */
async function settleHomes(judging: Judging, house: RecordingHouse, rows: readonly Settled[]): Promise<void> {
  const { tx, now, actor, sheet } = judging
  const doors = new Map(
    rows.flatMap(({ door, gridPath }) => (door ? [[doorKey(door), { door, gridPath }] as const] : [])),
  )
  if (doors.size === 0) return
  const many = new ManyPeople(tx)
  const homes = await many.homesBehind([...doors.values()].map(one => one.door))
  const missing = [...doors].filter(([key]) => !homes.has(key)).map(([key, one]) => ({ key, ...one, thingId: newId() }))
  await addThings(
    house,
    judging,
    missing.map(
      ({ door, gridPath, thingId }): NewThing => ({
        ...{ thingId, kind: 'housing', gridPath, lon: door.lon, lat: door.lat },
        ...{ trueOn: sheet.as_of, way: 'import', ref: sheet.id },
        fields: {
          ...{ address: door.address, building: door.building, entrance: door.entrance, room: door.room, use: 'own' },
          floor: door.floor === null || !/^-?\d+$/.test(door.floor) ? null : Number(door.floor),
        },
      }),
    ),
  )
  for (const { key, thingId } of missing) homes.set(key, thingId)
  const before = await many.homes(rows.map(row => row.thingId))
  const leaving = rows.flatMap(({ thingId, door }) => {
    const home = before.get(thingId)
    return home && door && !isSameDoor(home, door) ? [home.relationId] : []
  })
  await new RelationWriter(tx).end(leaving, { until: sheet.as_of, at: now, byId: actor.personId })
  const arriving = rows.flatMap(({ thingId, door }) => {
    const home = door ? homes.get(doorKey(door)) : undefined
    return home ? [relationOf(judging, { kind: 'lives-in', from_id: thingId, to_id: home, role: null })] : []
  })
  await insertRelations(tx, arriving)
}

/** Who belongs to which household, by its number; households that the library does not have yet are made. */
async function settleHouseholds(judging: Judging, house: RecordingHouse, rows: readonly Settled[]): Promise<void> {
  const { tx, sheet } = judging
  const named = rows.filter(row => row.person.household !== null)
  const numbers = [...new Set(named.map(row => row.person.household ?? ''))]
  if (numbers.length === 0) return
  const many = new ManyPeople(tx)
  const households = await many.householdsNumbered(numbers)
  const missing = numbers.filter(number => !households.has(number)).map(number => ({ number, thingId: newId() }))
  await addThings(
    house,
    judging,
    missing.map(({ number, thingId }): NewThing => {
      const members = named.filter(row => row.person.household === number)
      const head = members.find(row => row.person.kin === '01') ?? members[0]
      return {
        ...{ thingId, kind: 'household', gridPath: head?.gridPath ?? sheet.grid_path },
        ...{ trueOn: sheet.as_of, way: 'import', ref: sheet.id },
        fields: {
          name: `${head?.person.fields['name'] ?? ''}户`,
          number,
          address: head?.person.addressText.slice(0, 120) || null,
        },
      }
    }),
  )
  for (const { number, thingId } of missing) households.set(number, thingId)
  const joining = named.flatMap(({ thingId, person }) => {
    const household = households.get(person.household ?? '')
    return household
      ? [relationOf(judging, { kind: 'member-of', from_id: thingId, to_id: household, role: person.kin })]
      : []
  })
  const before = await many.households(joining.map(one => one.from_id))
  const leaving = [...before.values()].flat().map(one => one.relationId)
  await new RelationWriter(tx).end(leaving, { until: sheet.as_of, at: judging.now, byId: judging.actor.personId })
  await insertRelations(tx, joining)
}
