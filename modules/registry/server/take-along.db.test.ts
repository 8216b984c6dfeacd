import { expect, test } from 'vitest'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import { fieldIn, type Loose, RegistryHouse, workerWords } from '../testing.ts'

const { db } = await freshDatabase()
const house = new RegistryHouse(db)
const lin = house.actor('lin', '1.1', workerWords)
const next = house.actor('next', '1.2', workerWords)
const places = house.actor('places', '1.1', ['read-places', 'write'])

const join = (kind: string, fromId: string, toId: string) =>
  house.does('relate', { relationId: newId(), kind, fromId, toId, from: '2020-01-01' }, lin)

let room = 101
async function home() {
  const householdId = await house.add(lin, 'household', { name: '李梅户' })
  const housingId = await house.add(lin, 'housing', { address: `幸福里 3 号 ${room++}`, use: 'own' })
  const motherId = await house.add(lin, 'person', { name: '李梅', population: 'registered', phone: '13912345678' })
  const childId = await house.add(lin, 'person', { name: '王小明', population: 'registered' })
  const shopId = await house.add(lin, 'organisation', { name: '小店', kind: 'enterprise' })
  await join('member-of', motherId, householdId)
  await join('member-of', childId, householdId)
  await join('household-in', householdId, housingId)
  await join('works-at', motherId, shopId)
  return { householdId, housingId, motherId, childId, shopId }
}
const takes = async (thingIds: readonly string[], actor = lin) =>
  (await house.does('take-along', { thingIds }, actor)).households as readonly { thingId: string; things: Loose[] }[]
const looks = async (thingId: string) =>
  (await db.pool.query('select by_id, reason from registry.look where thing_id = $1', [thingId])).rows

test('a household comes along with its people and its home, masked, and nothing else of their lives', async () => {
  const { householdId, housingId, motherId, childId } = await home()
  const [taken] = await takes([motherId])
  expect(taken!.thingId).toBe(motherId)
  expect(taken!.things.map(one => one.thingId)).toEqual([motherId, householdId, childId, housingId])
  expect(fieldIn(taken!.things[0]!, 'phone')).toMatchObject({ sight: 'masked', value: '139****5678' })
  expect(JSON.stringify(taken)).not.toContain('小店')
  // Asked for by the household, the same people come along.
  const [again] = await takes([householdId])
  expect(new Set(again!.things.map(one => one.thingId))).toEqual(new Set([motherId, householdId, childId, housingId]))
  expect(JSON.stringify((await db.pool.query('select * from commands.request')).rows)).not.toContain('139****5678')
})

test('of each person one look a shift is on record, however often the phone asks', async () => {
  const { motherId, childId } = await home()
  for (let n = 0; n < 3; n++) await takes([motherId])
  const look = { by_id: 'lin', reason: '当班走访，带在手机上' }
  expect(await looks(motherId)).toEqual([look])
  expect(await looks(childId)).toEqual([look])
})

test('what may not be seen does not come along, nor does who has gone', async () => {
  const { motherId, householdId } = await home()
  expect(await takes([motherId, householdId], next)).toEqual([])
  // Whoever reads places only is given no people, though they ask for them by id.
  expect(await takes([motherId], places)).toEqual([])
  await house.does('happen', { eventId: newId(), on: '2026-06-01', event: { kind: 'death', personId: motherId } }, lin)
  expect(await takes([motherId])).toEqual([])
  const [left] = await takes([householdId])
  expect(left!.things.map(one => one.thingId)).not.toContain(motherId)
  const many = Array.from({ length: 31 }, newId)
  expect(await house.does('take-along', { thingIds: many }, lin)).toMatchObject({ code: 'commands/invalid-input' })
})
