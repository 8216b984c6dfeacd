import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import type * as grid from '#modules/grid/common/index.ts'
import { PlaceReader } from '#modules/places/server/index.ts'
import { driftOfSpans, type Loose } from '#modules/registry/testing.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { writeSheet } from '#platform/sheets/common/sheet.ts'
import { buildTown, done, type Neighbour } from '#testkit/town.ts'

// An import is half done when another tree of grids comes into force: the grid that it is for stands under another one.
const town = await buildTown()
const { grids } = town.program
const gone = '1.1.1'
let heir = ''
let committee: Neighbour
let street: Neighbour

const ask = (who: Neighbour, name: string, input: object) => who.query(name as never, input as never) as Promise<Loose>
const tell = async (who: Neighbour, name: string, input: object) =>
  done((await who.command(name as never, input as never)) as Loose)
const job = (name: string) => town.program.modules.flatMap(module => module.jobs).find(one => one.name === name)!
const owned = async (statement: string) => {
  const owner = new pg.Client({ connectionString: town.ownerUrl })
  await owner.connect()
  return owner.query(statement).finally(() => owner.end())
}

const oldName = grids.find(`${gone}.2`)!.name
const today = dayOf(town.clock.now())
const places = new PlaceReader(town.db.read() as never, today)
const block = (await places.buildingsIn(gone, { limit: 500 })).rows.findLast(one => one.courtyardId !== null)
const yard = [...(await places.courtyards([block?.courtyardId ?? newId()])).values()][0]
const door = `${yard?.address} ${block?.name}`

/** Rows that say where by nothing, by the name of a grid as it was yesterday, and by an address. */
const rows = Array.from({ length: 210 }, (_, at) => {
  const name = `夜${[...'甲乙丙丁戊己庚辛壬癸'][at % 10]}${[...'子丑寅卯辰巳午未申酉'][Math.floor(at / 10) % 10]}`
  return [
    ...[
      name,
      `1391112${String(at).padStart(4, '0')}`,
      '户籍',
      '男',
      `19${50 + (at % 50)}-0${1 + Math.floor(at / 100)}-04`,
    ],
    ...(at % 3 === 0 ? ['', oldName] : at % 3 === 1 ? [`${door}1单元${1000 + at}室`, ''] : ['', '']),
  ]
})

const homes = rows.filter(row => row[5] !== '').length

async function checkedIn(gridPath: string, lines: readonly (readonly string[])[]): Promise<string> {
  const columns = ['姓名', '联系电话', '人口类型', '性别', '出生日期', '现住地址', '所属网格']
  const file = await writeSheet(
    '人口',
    columns.map(heading => ({ heading, width: 12 })),
    lines,
  )
  const importId = newId()
  await tell(committee, 'registry.begin-import', {
    ...{ importId, name: '人口.xlsx', bytes: file.length, gridPath, asOf: today },
  })
  for (let at = 0; at < file.length; at += 30_000) {
    const piece = Buffer.from(file.subarray(at, at + 30_000)).toString('base64')
    await tell(committee, 'registry.send-import-piece', { importId, at, piece })
  }
  await town.jobs.drain()
  const { columns: read } = done(await ask(committee, 'registry.import', { importId }))
  const mapping = (read as { target: string | null }[]).map(column => column.target)
  await tell(committee, 'registry.map-import', { importId, mapping })
  await town.jobs.drain()
  return importId
}

async function approved(): Promise<void> {
  const draftId = newId()
  await tell(street, 'grid.begin-draft', { draftId, name: '片区调整', reason: '户数相差过大' })
  const draw = async (after: number, edits: readonly grid.BoundaryEdit[]) =>
    tell(street, 'grid.edit-draft', { draftId, after, edits })
  await draw(0, [{ do: 'move-under', path: gone, parent: '1.2' }])
  const { comparison, serial } = done(await ask(street, 'grid.draft', { draftId }))
  heir = comparison.moved[0].to
  await draw(serial, [{ do: 'rename', path: `${heir}.2`, name: '新名网格' }])
  const drawn = done(await ask(street, 'grid.draft', { draftId }))
  await tell(street, 'grid.submit-draft', { draftId, after: drawn.serial })
  const hub = await town.as('district-hub')
  const inForceFrom = dayOf(town.clock.now(), 1)
  await tell(hub, 'grid.decide-draft', { draftId, isApproved: true, inForceFrom, words: '' })
}

const putInForce = () => job('grid.put-in-force').run({ db: town.db, now: town.clock.now(), data: {} })

/** The same database, with something happening before its unit of work of that number. */
function interrupted(at: number, happen: () => Promise<void>): Db {
  let count = 0
  const unitOfWork: Db['unitOfWork'] = async (...parts) => {
    if (++count === at) await happen()
    return town.db.unitOfWork(...parts)
  }
  return Object.create(town.db, { unitOfWork: { value: unitOfWork } }) as Db
}

beforeAll(async () => {
  committee = await town.as('committee')
  street = await town.as('street-centre')
})

test('rows taken after midnight land in the grids that follow, the rest of the run included, and nobody has to do anything', async () => {
  const importId = await checkedIn(gone, rows)
  expect(done(await ask(committee, 'registry.import', { importId })).counts).toMatchObject({
    new: rows.length,
    fault: 0,
  })
  await approved()
  await tell(committee, 'registry.take-import', { importId })
  const evening = town.clock.now()
  // Read the ground, the first chunk, and then the night: homes have not followed when the second chunk is due.
  const db = interrupted(3, async () => {
    town.clock.advance({ hours: 24 })
    await putInForce()
    await owned(`delete from grid.follow_up where kind = 'people'`)
  })
  await job('registry.run-import').run({ db, now: evening, data: { importId } })
  const taken = async () =>
    (await owned(`select done, state, grid_path from registry.sheet_import where id = '${importId}'`)).rows[0] as Loose
  expect(await taken()).toMatchObject({ done: 1, state: 'taking', grid_path: gone })
  await putInForce()
  await job('registry.continue-imports').run({ db: town.db, now: town.clock.now(), data: {} })
  expect(await taken()).toMatchObject({ state: 'done', grid_path: heir })

  await grids.reload()
  committee = await town.as('committee')
  const { counts } = done(await ask(committee, 'registry.import', { importId }))
  expect(counts).toMatchObject({ new: rows.length, fault: 0 })
  const lying = await owned(
    `select kind, count(*) filter (where grid_path = '${gone}' or grid_path like '${gone}.%')::int as left,
       count(*) filter (where grid_path = '${heir}' or grid_path like '${heir}.%')::int as there
     from registry.thing where state = 'current' and id in
       (select thing_id from registry.entry where ref = '${importId}') group by 1 order by 1`,
  )
  expect(lying.rows).toEqual([
    { kind: 'housing', left: 0, there: homes },
    { kind: 'person', left: 0, there: rows.length },
  ])
  const remarked = done(
    await ask(committee, 'registry.import-rows', { importId, outcome: 'remark', limit: 200 }),
  ) as Loose
  const followed = (remarked.rows as Loose[]).flatMap(row => row.remarks as Loose[])
  expect(followed.find(({ fault }) => fault === 'grid-followed')).toEqual({
    ...{ target: 'grid', fault: 'grid-followed', params: { found: oldName, now: '新名网格' } },
  })
  expect(await driftOfSpans(town.db)).toEqual([])
  // The sheet is of the day before: on that day its homes lay in the old grid, whenever their rows came.
  const yesterday = await owned(
    `select count(*)::int as homes from registry.span where kind = 'housing' and grid_path like '${gone}.%'
       and from_on = '${today}' and until_on = '${dayOf(town.clock.now())}'`,
  )
  expect(yesterday.rows).toEqual([{ homes }])
}, 120_000)

test('the same sheet the day after finds the same people; the grid of yesterday cannot be chosen any more', async () => {
  const late = { importId: newId(), name: 'x', bytes: 10, gridPath: gone, asOf: today }
  expect(await committee.command('registry.begin-import' as never, late as never)).toMatchObject({
    code: 'registry/no-such-grid',
  })
  const importId = await checkedIn(heir, rows.slice(0, 40))
  expect(done(await ask(committee, 'registry.import', { importId })).counts).toMatchObject({ same: 40, new: 0 })
}, 60_000)
