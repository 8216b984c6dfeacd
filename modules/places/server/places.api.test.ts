import sharp from 'sharp'
import { expect, inject, test } from 'vitest'
import { createSecretBox } from '#platform/crypto/server/index.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { buildTown, type Neighbour } from '#testkit/town.ts'
import { keysFrom } from '#testkit/town-setup.ts'
import type * as contract from '../common/contract.ts'
import { PhoneReader } from './phone-store.ts'

const town = await buildTown()
const centre = await town.as('street-centre')
const worker = await town.as('grid-worker')

async function overlays(as: Neighbour, kind: contract.ShownOverlay['kind']) {
  const answer = await as.query<typeof contract.listOverlays>('places.overlays', { kind })
  if (isRefusal(answer)) throw new Error(answer.code)
  return answer.overlays
}
async function lines(kind: contract.ShownLine['kind'], gridPath = '1') {
  const answer = await worker.query<typeof contract.listLines>('places.lines', { kind, gridPath })
  if (isRefusal(answer)) throw new Error(answer.code)
  return answer
}
const at = (point: { lon: number; lat: number }) => worker.query<typeof contract.placeCard>('places.at', point)
const inner = town.program.grids.all().find(({ path }) => path === '1.1.1.1')!

test('the town has a tree of management grids, its outlines put together from cells', async () => {
  const found = await overlays(worker, 'management')
  const [north] = found.filter(({ parentId }) => parentId === null)
  expect(found.some(({ parentId }) => parentId === north!.overlayId)).toBe(true)
  expect(north!.polygons).toHaveLength(1)
  expect(north!.households).toBeGreaterThan(0)
  expect(north!.posts.map(({ duty }) => duty)).toEqual(['lead'])
  expect(north!.mayEdit).toBe(false)
})

test('who answers for a place is asked by kind; the chiefs of the road beside it are named', async () => {
  const road = (await lines('road')).lines.find(({ point }) => town.program.grids.locate(point) !== null)
  const card = await at(road!.point)
  expect(card).toMatchObject({ path: expect.stringMatching(/^1\./) })
  if (isRefusal(card)) throw new Error(card.code)
  expect(card.answers.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['base', 'management', 'evaluation']))
  const beside = card.lines.find(({ lineId }) => lineId === road!.lineId)
  expect(beside).toMatchObject({ metresAway: 0, posts: [expect.objectContaining({ duty: 'chief-1' })] })
})

test('a house is found where it stands, with its entrances and heads', async () => {
  const page = await worker.query<typeof contract.listBuildings>('places.buildings', { gridPath: '1.1', limit: 1 })
  if (isRefusal(page)) throw new Error(page.code)
  const [house] = page.rows
  const card = await at(house!.point)
  expect(card).toMatchObject({ building: { buildingId: house!.buildingId } })
  const { buildingId } = house!
  const shown = await worker.query<typeof contract.showBuilding>('places.building', { buildingId })
  expect(shown).toMatchObject({ names: expect.arrayContaining(['云溪街道']) })
  const none = await worker.query<typeof contract.showBuilding>('places.building', { buildingId: newId() })
  expect(none).toMatchObject({ code: 'places/not-found' })
  const words = { gridPath: '1', text: house!.address, limit: 5 }
  const found = await worker.query<typeof contract.listBuildings>('places.buildings', words)
  expect(found).toMatchObject({ rows: expect.arrayContaining([expect.objectContaining({ address: house!.address })]) })
})

test('a section of a road has its own chiefs and tells those of the whole road; a river has none above it', async () => {
  const { lines: sections } = await lines('road-section')
  const { lines: roads } = await lines('road')
  expect(sections.length).toBeGreaterThan(0)
  for (const section of sections) {
    expect(section.posts.map(({ duty }) => duty)).toEqual(expect.arrayContaining(['chief-3']))
    expect(section.ofRoad).toEqual(roads.find(({ street }) => street === section.street)!.posts)
    expect(section.ofRoad.map(({ duty }) => duty)).toEqual(['chief-1'])
  }
  expect((await lines('river')).lines.flatMap(({ ofRoad }) => ofRoad)).toEqual([])
})

test('cleaning sections add up, and each has its cleaner', async () => {
  const { lines: sections, totals, isCut } = await lines('cleaning-section')
  expect(isCut).toBe(false)
  expect(totals.count).toBe(sections.length)
  expect(totals.areaSquareMetres).toBe(sections.reduce((sum, section) => sum + section.areaSquareMetres!, 0))
  expect(totals.cleaners).toBe(6)
  expect(sections.every(({ posts }) => posts.length === 1 && posts[0]!.duty === 'cleaner')).toBe(true)
  expect((await lines('river')).lines.length).toBeGreaterThan(0)
  const nowhere = { kind: 'road' as const, gridPath: '9.9' }
  expect(await worker.query<typeof contract.listLines>('places.lines', nowhere)).toMatchObject({
    code: 'grid/not-found',
  })
})

test('a special grid is set up, cannot be set up twice over the same cell, and ends', async () => {
  const overlayId = newId()
  const market = { overlayId, kind: 'special' as const, use: 'market' as const, name: '夜市', parentId: null }
  const free = town.program.grids
    .all()
    .find(({ path, level }) => level === 4 && path.startsWith('1.2.') && !path.startsWith('1.2.2'))!.path
  const add = (more: object = {}, as = centre) =>
    as.command<typeof contract.addOverlay>('places.add-overlay', {
      ...{ ...market, cells: [free], leadPostId: null, ...more },
    })
  expect(await add({ use: null })).toMatchObject({ code: 'places/use-needed' })
  expect(await add({ cells: ['1.99'] })).toMatchObject({ code: 'places/no-such-cell', detail: { cell: '1.99' } })
  expect(await add({ leadPostId: newId() })).toMatchObject({ code: 'places/no-such-post' })
  expect(await add({ parentId: newId() })).toMatchObject({ code: 'places/not-found' })
  expect(await add({}, worker)).toMatchObject({ kind: 'not-allowed' })
  expect(await add()).toEqual({ overlayId })
  expect(await add()).toMatchObject({ code: 'places/cell-taken', detail: { by: '夜市' } })
  expect(await add({ overlayId: newId(), name: '夜市二', cells: [free] })).toMatchObject({ code: 'places/cell-taken' })
  expect((await overlays(centre, 'special')).find(one => one.overlayId === overlayId)).toMatchObject({ mayEdit: true })

  const post = (await overlays(centre, 'management'))[0]!.posts[0]!
  const thing = { kind: 'overlay' as const, id: overlayId }
  const set = (posts: readonly { postId: string; duty: 'lead' | 'head' }[]) =>
    centre.command<typeof contract.setPosts>('places.set-posts', { thing, posts: [...posts] })
  expect(await set([{ postId: post.postId, duty: 'head' }])).toMatchObject({ code: 'places/duty-does-not-fit' })
  expect(await set([{ postId: post.postId, duty: 'lead' }])).toEqual({ begun: 1, ended: 0 })
  expect(await set([])).toEqual({ begun: 0, ended: 1 })
  expect(await set([{ postId: post.postId, duty: 'lead' }])).toEqual({ begun: 1, ended: 0 })

  const end = () => centre.command<typeof contract.endOverlay>('places.end-overlay', { overlayId })
  expect(await end()).toEqual({ overlayId })
  expect(await end()).toMatchObject({ code: 'places/not-found' })
  const parent = (await overlays(centre, 'management')).find(({ parentId }) => parentId === null)!
  const ended = await centre.command<typeof contract.endOverlay>('places.end-overlay', { overlayId: parent.overlayId })
  expect(ended).toMatchObject({ code: 'places/has-children' })
})

test('bad places are told what is wrong with them', async () => {
  expect(await at({ lon: 0, lat: 0 })).toMatchObject({ code: 'grid/coordinates-not-measured' })
  const { lon, lat } = inner.labelPlace
  expect(await at({ lon: lat, lat: lon })).toMatchObject({ code: 'grid/coordinates-swapped' })
  expect(await at({ lon: lon + 5, lat })).toMatchObject({ path: null, answers: [] })
})

test('the grid map is printed as PDF and PNG, down to a level that the grid has', async () => {
  const get = async (what: string, more: Record<string, string> = {}, as = worker) =>
    town.app.inject({
      url: `/api/places.${what}?${new URLSearchParams({ gridPath: '1', deepest: '3', paper: 'A4', ...more })}`,
      headers: { cookie: as.cookie },
    })
  const pdf = await get('grid-map')
  expect(pdf.headers['content-type']).toBe('application/pdf')
  expect(pdf.rawPayload.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length).toBe(2)
  const png = await get('grid-map-picture', { isPreview: 'true', locale: 'en' })
  expect(png.headers['content-type']).toBe('image/png')
  const { width, height } = await sharp(png.rawPayload).metadata()
  expect([width, height]).toEqual([1400, 990])
  expect((await get('grid-map', { gridPath: '7' })).json()).toMatchObject({ code: 'grid/not-found' })
  const low = await get('grid-map', { gridPath: '1.1.1', deepest: '2' })
  expect(low.json()).toMatchObject({ code: 'places/nothing-to-draw' })
  expect((await get('grid-map', { paper: 'B5' })).statusCode).toBe(400)
})

test('duty phones are whole in one’s own grids, masked elsewhere, and sealed', async () => {
  const grant = { permission: 'places.see-phones', within: { kind: 'subtree' as const, path: '1.1' } }
  const actor = { personId: 'lead', postId: null, unitId: null, grants: [grant] }
  const found = await town.db.pool.query(
    `select post.id as "postId", post.grid_path as "gridPath", phone_sealed from places.post_phone
     join identity.post on post.id::text = post_id where grid_path in ('1.1', '1.2') order by grid_path, post.id`,
  )
  const secrets = createSecretBox(keysFrom(inject('testKeys')))
  const phones = await new PhoneReader(town.db.read(), actor, secrets).ofPosts(found.rows)
  for (const { postId, gridPath, phone_sealed } of found.rows) {
    expect(phones.get(postId)).toMatch(gridPath === '1.1' ? /^1990000\d{4}$/ : /^199\*{4}\d{4}$/)
    expect(phone_sealed.includes('199')).toBe(false)
  }
  const { postId } = found.rows[0]
  const set = (phone: string | null, as = centre) =>
    as.command<typeof contract.setPhone>('places.set-phone', { postId, phone })
  expect(await set('一二三')).toMatchObject({ code: 'places/not-a-phone' })
  expect(await set('0531-1234567')).toEqual({ postId })
  const again = await new PhoneReader(town.db.read(), actor, secrets).ofPosts([found.rows[0]])
  expect(again.get(postId)).toBe('0531-1234567')
  expect(await set(null)).toEqual({ postId })
  expect(await new PhoneReader(town.db.read(), actor, secrets).ofPosts([found.rows[0]])).toEqual(new Map())
})
