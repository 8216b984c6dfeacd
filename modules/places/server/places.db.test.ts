import { expect, test } from 'vitest'
import { freshDatabase } from '#testkit/database.ts'
import { townTemplate } from '#testkit/town-setup.ts'
import { PlaceReader } from './place-store.ts'
import { PostOnReader } from './post-on-store.ts'
import { PlacesLoader } from './places-loader-store.ts'

const { db } = await freshDatabase(townTemplate)
const places = new PlaceReader(db.read(), '2026-01-31')

test('the small town has its buildings with entrances, in the grids that they stand in', async () => {
  const counts = await places.countIn(['1'])
  expect(counts.get('1')).toMatchObject({ buildings: 42, entrances: 80, households: 40 * 36 })
  const { rows } = await places.buildingsIn('1.1.1', { limit: 100 })
  expect(rows.every(({ gridPath }) => gridPath.startsWith('1.1.1.'))).toBe(true)
  expect(await places.countIn(['1.1.1'])).toEqual(
    new Map([['1.1.1', expect.objectContaining({ buildings: rows.length })]]),
  )
})

test('a list goes on where the page before it ended', async () => {
  const whole = await places.buildingsIn('1', { limit: 100 })
  const first = await places.buildingsIn('1', { limit: 7 })
  const second = await places.buildingsIn('1', { limit: 100, cursor: first.next! })
  expect([...first.rows, ...second.rows]).toEqual(whole.rows)
  expect(whole.next).toBeNull()
})

test('a building is found by id, address and box, with its entrances and the head of its yard', async () => {
  const [some] = (await places.buildingsIn('1', { limit: 1 })).rows
  expect(await places.findBuilding(some!.id)).toEqual(some)
  expect((await places.buildingsAt(some!.street, some!.houseNumber)).map(({ id }) => id)).toContain(some!.id)
  const { lon, lat } = some!.point
  const near = await places.buildingsInBox([lon - 1e-6, lat - 1e-6, lon + 1e-6, lat + 1e-6], 10)
  expect(near.map(({ id }) => id)).toEqual([some!.id])
  const entrances = await places.entrancesOf([some!.id])
  expect(entrances.map(({ name }) => name)).toEqual(['1单元', '2单元'])
  expect(entrances[0]).toMatchObject({ floors: 6, roomsPerFloor: 3, households: 18 })
  expect(await places.findEntrance(entrances[1]!.id)).toEqual(entrances[1])
  const yard = (await places.courtyards([some!.courtyardId!])).get(some!.courtyardId!)
  expect(yard?.name).toMatch(/院$/)
  const heads = new PostOnReader(db.read(), '2026-01-31')
  const [head] = await heads.onThings('courtyard', [yard!.id])
  expect(await heads.ofPosts([head!.postId])).toContainEqual(head)
})

test('what came later is not there before its day', async () => {
  const [some] = (await places.buildingsIn('1', { limit: 1 })).rows
  const later = { ...some!, id: '0198c0de-0000-7000-8000-000000000001', courtyardId: null }
  await db.unitOfWork(async tx => new PlacesLoader(tx, '2030-01-01').addBuildings([later]))
  expect(await places.findBuilding(later.id)).toBeUndefined()
  expect(await new PlaceReader(db.read(), '2030-01-01').findBuilding(later.id)).toEqual(later)
})

test('the application cannot remove a building or move it', async () => {
  await expect(db.pool.query('delete from places.building')).rejects.toThrow('permission denied')
  await expect(db.pool.query('update places.building set lon = 0')).rejects.toThrow('permission denied')
  await expect(db.pool.query("update places.lies_in set grid_path = '1'")).rejects.toThrow('permission denied')
})
