import { expect, test } from 'vitest'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { buildTown, type Neighbour } from '#testkit/town.ts'
import type * as contract from '../../common/contract.ts'
import type { checkIntake, takeIntake } from '../../common/contract-intake.ts'
import type { BuildingItem, IntakeBatch, LineItem } from '../../common/intake/item.ts'

const town = await buildTown()
const centre = await town.as('street-centre')
const worker = await town.as('grid-worker')

const check = (batch: IntakeBatch, as: Neighbour = centre) =>
  as.command<typeof checkIntake>('places.check-intake', { intakeId: newId(), batch })
const take = (batch: IntakeBatch, as: Neighbour = centre) =>
  as.command<typeof takeIntake>('places.take-intake', { intakeId: newId(), batch })
async function buildings(text: string) {
  const answer = await worker.query<typeof contract.listBuildings>('places.buildings', {
    ...{ gridPath: '1', text, limit: 50 },
  })
  if (isRefusal(answer)) throw new Error(answer.code)
  return answer.rows
}

const grid = town.program.grids.all().find(({ path }) => path === '1.1.1.1')!
/** Free ground in the grid: beside its label, where the small town has no house. */
async function freeGround(): Promise<BuildingItem['outline']> {
  const [west, south, east, north] = grid.bounds
  for (let i = 1; i < 40; i++) {
    for (let j = 1; j < 40; j++) {
      const [lon, lat] = [west + ((east - west) * i) / 40, south + ((north - south) * j) / 40]
      const corners = (
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
          [0, 0],
        ] as const
      ).map(([x, y]): [number, number] => [
        Math.round((lon + x * 1e-4) * 1e7) / 1e7,
        Math.round((lat + y * 1e-4) * 1e7) / 1e7,
      ])
      const isHere = corners.every(([x, y]) => town.program.grids.locate({ lon: x, lat: y }) === grid.path)
      const { rows } = await town.db.pool.query(
        'select 1 from places.building where abs(lon - $1) < 2e-4 and abs(lat - $2) < 2e-4',
        [lon, lat],
      )
      if (isHere && rows.length === 0) return corners
    }
  }
  throw new Error('no free ground')
}
const outline = await freeGround()
const item: BuildingItem = {
  ...{ row: 1, name: '新1号楼', street: '新测路', houseNumber: 7, address: '新测路7号', use: 'dwelling' },
  ...{ floors: 6, households: 24, courtyard: null, outline },
}

test('a file of buildings is looked at without a change, taken in with the grid of each place, and once only', async () => {
  const away = { ...item, row: 2, name: '远处', outline: outline.map(([lon, lat]): [number, number] => [lon + 3, lat]) }
  const batch: IntakeBatch = { kind: 'building', items: [item, away] }
  expect(await take(batch, worker)).toMatchObject({ kind: 'not-allowed' })
  expect(await check(batch)).toMatchObject({
    counts: { add: 1, correct: 0, same: 0, leftOut: 1 },
    rows: [
      { row: 1, does: 'add' },
      { row: 2, does: null, trouble: 'outside-grids' },
    ],
  })
  expect(await buildings('新测路')).toEqual([])

  expect(await take(batch)).toEqual({ counts: { add: 1, correct: 0, same: 0, leftOut: 1 } })
  const [built] = await buildings('新测路')
  expect(built).toMatchObject({ name: '新1号楼', gridPath: grid.path, floors: 6, households: 24 })
  // Who answers for the place sees it there, like any other.
  const card = await worker.query<typeof contract.placeCard>('places.at', built!.point)
  expect(card).toMatchObject({ building: { buildingId: built!.buildingId } })

  expect(await check(batch)).toMatchObject({ rows: [{ does: 'same' }, {}] })
  expect(await take(batch)).toMatchObject({ code: 'places/nothing-to-take' })
  expect(await buildings('新测路')).toEqual([built])
})

test('another survey puts it right under the same id, in the grid where it was', async () => {
  const [before] = await buildings('新测路')
  const better = outline.map(([lon, lat]): [number, number] => [Math.round((lon + 1e-5) * 1e7) / 1e7, lat])
  const batch: IntakeBatch = { kind: 'building', items: [{ ...item, floors: 7, outline: better }] }
  expect(await take(batch)).toEqual({ counts: { add: 0, correct: 1, same: 0, leftOut: 0 } })
  const { buildingId, point, gridPath } = before!
  expect(await buildings('新测路')).toEqual([{ ...before, floors: 7 }])
  const shown = await worker.query<typeof contract.showBuilding>('places.building', { buildingId })
  expect(shown).toMatchObject({ outline: better, point, gridPath })
  expect(await take(batch)).toMatchObject({ code: 'places/nothing-to-take' })
})

test('what the town has is known again: its own buildings, as they lie in the database, change nothing', async () => {
  const { rows } = await town.db.pool.query<BuildingItem>(
    `select row_number() over ()::int as row, name, street, house_number as "houseNumber", address, use, floors, households,
       null as courtyard, outline from places.building`,
  )
  const answer = await check({ kind: 'building', items: rows })
  expect(answer).toMatchObject({ counts: { add: 0, correct: 0, same: rows.length, leftOut: 0 } })
})

test('a courtyard comes first, then the buildings in it', async () => {
  const [lon, lat] = outline[0]!
  const inYard: IntakeBatch = { kind: 'building', items: [{ ...item, floors: 7, courtyard: '新测院' }] }
  expect(await check(inYard)).toMatchObject({ rows: [{ trouble: 'no-such-courtyard' }] })
  const yard: IntakeBatch = { kind: 'courtyard', items: [{ row: 1, name: '新测院', address: '', place: [lon, lat] }] }
  expect(await take(yard)).toMatchObject({ counts: { add: 1 } })
  expect(await take(yard)).toMatchObject({ code: 'places/nothing-to-take' })
  expect(await take(inYard)).toMatchObject({ counts: { correct: 1 } })
  expect(await buildings('新测路')).toMatchObject([{ courtyardName: '新测院' }])
})

test('a road section gets the lowest grid that has all of it, may get chiefs, and is known again', async () => {
  const [lon, lat] = outline[0]!
  const section: LineItem = {
    ...{ row: 1, name: '新测路（东段）', street: '新测路', areaSquareMetres: null },
    coordinates: [
      [
        [lon, lat],
        [lon + 5e-5, lat],
      ],
    ],
  }
  const batch: IntakeBatch = { kind: 'road-section', items: [section] }
  expect(await take(batch)).toMatchObject({ counts: { add: 1 } })
  const listed = await worker.query<typeof contract.listLines>('places.lines', {
    kind: 'road-section',
    gridPath: grid.path,
  })
  if (isRefusal(listed)) throw new Error(listed.code)
  expect(listed.lines).toContainEqual(
    expect.objectContaining({ name: '新测路（东段）', gridPath: grid.path, posts: [] }),
  )
  expect(await take(batch)).toMatchObject({ code: 'places/nothing-to-take' })
  const longer = [
    [
      [lon, lat],
      [lon + 8e-5, lat],
    ],
  ] as LineItem['coordinates']
  expect(await take({ kind: 'road-section', items: [{ ...section, coordinates: longer }] })).toMatchObject({
    counts: { add: 0, correct: 1 },
  })
})

test('somebody points at one and puts its name right: the same thing under the new name', async () => {
  const [before] = await buildings('新测路')
  const { buildingId } = before!
  const shown = await worker.query<typeof contract.showBuilding>('places.building', { buildingId })
  if (isRefusal(shown)) throw new Error(shown.code)
  const now = { ...item, id: buildingId, name: '甲楼', address: '新测路9号', houseNumber: 9, outline: shown.outline }
  expect(await take({ kind: 'building', items: [now] })).toMatchObject({ counts: { add: 0, correct: 1 } })
  expect(await buildings('新测路')).toMatchObject([{ buildingId, name: '甲楼', houseNumber: 9, courtyardName: null }])

  const listed = { kind: 'road-section' as const, gridPath: grid.path }
  const sections = await worker.query<typeof contract.listLines>('places.lines', listed)
  if (isRefusal(sections)) throw new Error(sections.code)
  const { lineId, coordinates, street } = sections.lines.find(({ name }) => name === '新测路（东段）')!
  const section: LineItem = { row: 1, id: lineId, name: '新测东路', street, areaSquareMetres: null, coordinates }
  expect(await take({ kind: 'road-section', items: [section] })).toMatchObject({ counts: { correct: 1 } })
  const after = await worker.query<typeof contract.listLines>('places.lines', listed)
  expect(after).toMatchObject({
    lines: expect.arrayContaining([expect.objectContaining({ lineId, name: '新测东路' })]),
  })
})

test('each intake has a line of its own in the audit', async () => {
  const { rows } = await town.db.pool.query(
    `select command, outcome, count(*)::int from audit.entry where subject_kind = 'place-intake' group by 1, 2 order by 1, 2`,
  )
  expect(rows).toContainEqual({ command: 'places.take-intake', outcome: 'done', count: 8 })
})
