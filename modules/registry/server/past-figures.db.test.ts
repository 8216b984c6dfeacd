import { expect, test } from 'vitest'
import { GridHistory } from '#modules/grid/server/index.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import { driftOfSpans, type Loose, nineBelowNine, RegistryHouse, workerWords } from '../testing.ts'
import { moveThings } from './follow-grids-store.ts'

const { db } = await freshDatabase()
const house = new RegistryHouse(db)
const words = [...workerWords, 'figures']
const whole = house.actor('whole', '1', words)
const lost = house.actor('lost', '1.1', words)
const won = house.actor('won', '1.2', words)
const other = house.actor('other', '1.3', words)
const day = '2026-09-10'
const before = '2026-09-09'

/** `1.1.1` comes under `1.2` on the day. */
const moved = { from: '1.1.1', to: '1.2.10' }
house.history = new GridHistory(
  [
    ...nineBelowNine.map(grid => (grid.path.startsWith('1.1.1') ? { ...grid, until: day } : grid)),
    { path: moved.to, name: '划来的网格', code: moved.to, from: day, until: null },
  ],
  [{ on: day, how: 'moved', ...moved }],
)

async function homeWith(room: string, names: readonly string[]): Promise<string> {
  const home = await house.add(whole, 'housing', { address: `文化路1号${room}`, use: 'own' }, { gridPath: moved.from })
  for (const name of names) {
    const fields = { name, population: 'registered', sex: '1', bornOn: '1990-01-01' }
    const personId = await house.add(whole, 'person', fields, { gridPath: moved.from })
    const lives = { relationId: newId(), kind: 'lives-in', fromId: personId, toId: home, from: '2026-07-01' }
    await house.does('relate', lives, whole)
  }
  return home
}
const move = (homes: readonly string[], to: string, on: string) =>
  db.unitOfWork(async tx => {
    const { rows } = await db.pool.query(
      `select from_id::text as id from registry.relation where to_id = any($1::uuid[])`,
      [homes],
    )
    const ids = [...homes, ...rows.map(row => row.id as string)]
    const moves = ids.map(id => ({ id, kind: 'housing' as const, from: '', to }))
    await moveThings(tx as never, moves, { day: on, at: house.now })
  })
const figuresOf = (gridPath: string, on: string, actor = whole) => house.asks('figures', { gridPath, on }, actor)
const rowsOf = async (gridPath: string, on: string, actor: typeof whole) => {
  const { rows, elsewhere } = await house.asks('figure-rows', { gridPath, on }, actor)
  return [rows.length, elsewhere]
}

test('whoever may not see people where their homes lie today gets sums of past days, without small counts or rows', async () => {
  const home = await homeWith('101', ['甲', '乙'])
  await move([home], moved.to, day)
  const exact = { isExact: true, people: 2, homes: 1 }
  expect(await figuresOf(moved.from, before)).toMatchObject({ ...exact, grid: { path: moved.from } })
  // The grid is theirs now, on all its days.
  expect(await figuresOf(moved.to, before, won)).toMatchObject({ ...exact, haveLeft: false })
  expect(await rowsOf(moved.to, before, won)).toEqual([2, 0])
  // It was theirs: the sum of the area, and nothing from which somebody could be told.
  for (const path of [moved.from, '1.1']) {
    const seen = await figuresOf(path, before, lost)
    expect(seen).toMatchObject({ isExact: false, haveLeft: true, people: null, homes: 1 })
    expect(seen.pyramid.some((row: Loose) => row.male > 0)).toBe(false)
    expect(await rowsOf(path, before, lost)).toEqual([0, 0])
  }
  expect(await figuresOf('1.1', day, lost)).toMatchObject({ isExact: true, haveLeft: false, people: 0 })
  // Neither then nor now.
  expect(await figuresOf(moved.from, before, other)).toMatchObject({ code: 'registry/may-not-see' })
  expect(await figuresOf(moved.to, before, other)).toMatchObject({ code: 'registry/may-not-see' })
})

test('who has moved house since is counted where they lived, and the list says how many it leaves out', async () => {
  const home = await homeWith('201', ['丙', '丁'])
  await move([home], '1.2.1', day)
  const flat = await house.add(whole, 'housing', { address: '东街3号', use: 'own' }, { gridPath: '1.3.1' })
  const { rows } = await house.asks('figure-rows', { gridPath: '1.2.1' }, won)
  const gone = { kind: 'move-in', personIds: [rows[0].thingId], housingId: flat }
  await house.does('happen', { eventId: newId(), on: '2026-09-12', event: gone }, whole)
  expect((await figuresOf('1.2.1', '2026-09-11', won)).people).toBe(2)
  expect(await rowsOf('1.2.1', '2026-09-11', won)).toEqual([1, 1])
  expect(await rowsOf('1.2.1', '2026-09-11', whole)).toEqual([2, 0])
})

test('two changes of one day are one; a home put down in the wrong grid was never there', async () => {
  const home = await homeWith('301', ['戊'])
  await move([home], '1.4.1', day)
  await move([home], '1.5.1', day)
  await move([home], '1.6.1', '2026-09-14')
  const count = async (path: string, on: string) => (await figuresOf(path, on)).people
  expect([await count('1.4', day), await count('1.5', day), await count('1.5', '2026-09-13')]).toEqual([0, 1, 1])
  expect([await count('1.5', '2026-09-14'), await count('1.6', '2026-09-14')]).toEqual([0, 1])
  await db.pool.query(`update registry.thing set grid_path = '1.7.1' where id = $1`, [home])
  expect([await count('1.6', '2026-09-14'), await count('1.7', '2026-09-14')]).toEqual([0, 1])
  expect(await count('1.5', '2026-09-13')).toBe(1)
  expect(await driftOfSpans(db)).toEqual([])
})
