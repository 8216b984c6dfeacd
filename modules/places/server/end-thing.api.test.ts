import { expect, test } from 'vitest'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { buildTown, type Neighbour } from '#testkit/town.ts'
import type * as contract from '../common/contract.ts'
import type { setEntrance } from '../common/contract-entrance.ts'
import type { endThing } from '../common/contract-end.ts'
import { PlaceReader } from './place-store.ts'

const town = await buildTown()
const centre = await town.as('street-centre')
const worker = await town.as('grid-worker')
const today = dayOf(town.clock.now())
const tomorrow = dayOf(town.clock.now(), 1)
const yesterday = dayOf(town.clock.now(), -1)

type Kind = 'building' | 'courtyard' | 'entrance' | 'line'
const end = (kind: Kind, id: string, day = today, as: Neighbour = centre) =>
  as.command<typeof endThing>('places.end-thing', { thing: { kind, id }, day })
const clear = (kind: Kind, id: string) =>
  centre.command<typeof contract.setPosts>('places.set-posts', { thing: { kind, id }, posts: [] })
async function idOf(statement: string): Promise<string> {
  const { rows } = await town.db.pool.query<{ id: string }>(statement)
  return rows[0]!.id
}

test('a building ends with its entrances once no home and no post is there; the days before know it', async () => {
  const id = await idOf(
    `select building.id from places.building join places.entrance on building_id = building.id
     where courtyard_id is not null order by 1 limit 1`,
  )
  const home = await idOf(
    `update registry.thing set fields = fields || jsonb_build_object('building', '${id}')
     where id = (select id from registry.thing where kind = 'housing' and state = 'current' order by id limit 1)
     returning id`,
  )
  const homes = `update registry.thing set state = 'ended', ended_on = '${yesterday}'
    where kind = 'housing' and fields ->> 'building' = '${id}' returning id`
  expect(await end('building', id, today, worker)).toMatchObject({ kind: 'not-allowed' })
  expect(await end('building', newId())).toMatchObject({ code: 'places/not-found' })
  expect(await end('building', id)).toMatchObject({ code: 'places/has-homes' })
  const door = await idOf(`select id from places.entrance where building_id = '${id}' order by number desc limit 1`)
  await clear('entrance', door)
  await town.db.pool.query(
    `update registry.thing set fields = fields || jsonb_build_object('entrance', '${door}') where id = '${home}'`,
  )
  expect(await end('entrance', door)).toMatchObject({ code: 'places/has-homes' })
  expect(await idOf(homes)).toBe(home)
  const entrance = await idOf(`select id from places.entrance where building_id = '${id}' order by number limit 1`)
  const post = (await town.db.pool.query(`select id from identity.post order by id limit 1`)).rows[0].id
  await centre.command<typeof contract.setPosts>('places.set-posts', {
    ...{ thing: { kind: 'entrance', id: entrance }, posts: [{ postId: post, duty: 'head' }] },
  })
  await clear('building', id)
  expect(await end('building', id)).toMatchObject({ code: 'places/has-posts', detail: { count: 1 } })
  for (const { id: one } of (await town.db.pool.query(`select id from places.entrance where building_id = '${id}'`))
    .rows) {
    await clear('entrance', one)
  }
  expect(await end('building', id, dayOf(town.clock.now(), 2))).toMatchObject({
    ...{ code: 'places/day-does-not-fit', detail: { latest: tomorrow } },
  })
  expect(await end('building', id, '1990-01-01')).toMatchObject({ code: 'places/day-does-not-fit' })

  const counted = async (on: string) => (await new PlaceReader(town.db.read(), on).countIn(['1'])).get('1')!
  const before = await counted(today)
  expect(await end('building', id, tomorrow)).toEqual({ id, day: tomorrow })
  expect(await counted(today)).toEqual(before)
  // Known better the same day: it was gone this morning.
  expect(await end('building', id)).toEqual({ id, day: today })
  expect(await counted(yesterday)).toEqual(before)
  expect(await counted(today)).toMatchObject({ buildings: before.buildings - 1, entrances: before.entrances - 2 })
  expect(await new PlaceReader(town.db.read(), today).findBuilding(id)).toBeUndefined()
  expect(await new PlaceReader(town.db.read(), yesterday).findBuilding(id)).toBeDefined()
  expect(await end('building', id)).toMatchObject({ code: 'places/not-found' })
})

test('an entrance is registered under a number of its own, put right, and ends alone', async () => {
  const buildingId = await idOf('select id from places.building where valid_to is null order by id desc limit 1')
  const entranceId = newId()
  const size = { number: 9, floors: 6, roomsPerFloor: 2, households: 12 }
  const set = (more: object = {}, as = centre) =>
    as.command<typeof setEntrance>('places.set-entrance', { entranceId, buildingId, ...size, ...more })
  expect(await set({}, worker)).toMatchObject({ kind: 'not-allowed' })
  expect(await set({ buildingId: newId() })).toMatchObject({ code: 'places/not-found' })
  expect(await set()).toEqual({ entranceId })
  expect(await set({ entranceId: newId() })).toMatchObject({ code: 'places/entrance-taken', detail: { number: 9 } })
  expect(await set({ roomsPerFloor: 3, households: 18 })).toEqual({ entranceId })
  const shown = await worker.query<typeof contract.showBuilding>('places.building', { buildingId })
  expect(shown).toMatchObject({
    entrances: expect.arrayContaining([
      expect.objectContaining({ id: entranceId, number: 9, name: '9单元', roomsPerFloor: 3, households: 18 }),
    ]),
  })
  expect(await end('entrance', entranceId)).toMatchObject({ code: 'places/day-does-not-fit' })
  expect(await end('entrance', entranceId, tomorrow)).toEqual({ id: entranceId, day: tomorrow })
})

test('a courtyard waits for its buildings, a road for its chiefs', async () => {
  const yard = await idOf(
    'select courtyard_id as id from places.building where courtyard_id is not null and valid_to is null',
  )
  expect(await end('courtyard', yard)).toMatchObject({ code: 'places/has-buildings' })
  const road = await idOf(`select id from places.line where kind = 'road' order by id limit 1`)
  expect(await end('line', road)).toMatchObject({ code: 'places/has-posts' })
  await clear('line', road)
  expect(await end('line', road, tomorrow)).toEqual({ id: road, day: tomorrow })
})
