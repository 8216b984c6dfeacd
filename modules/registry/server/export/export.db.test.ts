import { expect, test } from 'vitest'
import { newId } from '#platform/kernel/server/new-id.ts'
import { readLargeSheet } from '#platform/sheets/server/index.ts'
import { buildTown, done, type Neighbour } from '#testkit/town.ts'
import type { beginExport, listExports } from '../../common/contract/exports.ts'
import type { addThing } from '../../common/contract/things.ts'

const town = await buildTown()
const committee = await town.as('committee')
const gridPath = '1.1.1'
const people = ['甲一', '乙二', '丙三', '=丁四']
const ids: string[] = []
for (const [at, name] of people.entries()) {
  const thingId = newId()
  const fields = { name, population: 'registered', phone: `1380000000${at}`, sex: '1' }
  done(await committee.command<typeof addThing>('registry.add', { thingId, kind: 'person', gridPath, fields }))
  ids.push(thingId)
}

type Asked = { columns: { key: string; whole?: boolean }[]; format?: 'xlsx' | 'csv'; gridPath?: string }
const begin = (asked: Asked, exportId = newId(), who = committee) =>
  who.command<typeof beginExport>('registry.begin-export', {
    ...{ exportId, kind: 'person', gridPath, format: 'xlsx', reason: '入户慰问名单', ...asked },
  })
const fetched = (exportId: string, who: Neighbour) =>
  town.app.inject({ url: `/api/registry/exports/${exportId}`, headers: { cookie: who.cookie, 'x-wangge': '1' } })

async function linesOf(exportId: string): Promise<string[][]> {
  const reply = await fetched(exportId, committee)
  expect(reply.statusCode).toBe(200)
  const lines: string[][] = []
  const bytes = async function* () {
    yield reply.rawPayload
  }
  for await (const line of readLargeSheet(bytes)) lines.push([...line.cells])
  return lines
}

test('a list goes out with chosen columns, the taker on top and sealed values masked', async () => {
  const exportId = newId()
  done(await begin({ columns: [{ key: 'name' }, { key: 'sex' }, { key: 'phone' }, { key: 'grid' }] }, exportId))
  await town.jobs.drain()
  const [row] = done(await committee.query<typeof listExports>('registry.exports', {})).rows
  const [note, heading, ...lines] = await linesOf(exportId)
  expect(note?.[0]).toMatch(/^导出人：\S+　时间：.*事由：入户慰问名单/u)
  expect(heading).toEqual(['姓名', '性别', '联系电话', '所属网格'])
  const own = lines.filter(cells => people.includes(cells[0] ?? ''))
  expect(own).toHaveLength(people.length)
  for (const [, sex, phone] of own) expect([sex, phone]).toEqual(['男', expect.stringMatching(/^138\*{4}/)])
  expect(row).toMatchObject({ exportId, state: 'done', rows: lines.length, total: lines.length, isKept: true })
  const { rows: looks } = await town.db.pool.query(`select 1 from registry.look where reason = '入户慰问名单'`)
  expect(looks).toEqual([])
})

test('whole values need the right to, and each person has the look on record', async () => {
  const exportId = newId()
  const columns = [{ key: 'name' }, { key: 'phone', whole: true }]
  done(await begin({ columns, format: 'csv' }, exportId))
  await town.jobs.drain()
  const text = (await fetched(exportId, committee)).rawPayload.toString()
  expect(text).toContain('甲一,13800000000')
  // A spreadsheet would calculate it.
  expect(text).toContain("'=丁四,13800000003")
  const { rows: looks } = await town.db.pool.query(
    `select thing_id from registry.look where reason = '入户慰问名单' and field = 'phone' and thing_id = any($1::uuid[])`,
    [ids],
  )
  expect(looks).toHaveLength(ids.length)
  expect(await begin({ columns: [{ key: 'health', whole: true }] })).toMatchObject({ code: 'registry/columns-wrong' })
})

test('an export whose process was stopped is written anew', async () => {
  const exportId = newId()
  done(await begin({ columns: [{ key: 'name' }] }, exportId))
  await town.jobs.drain()
  await town.db.pool.query(`update registry.sheet_export set state = 'running', beat_at = '2020-01-01' where id = $1`, [
    exportId,
  ])
  expect((await fetched(exportId, committee)).statusCode).toBe(404)
  await town.jobs.send('registry.look-after-exports')
  await town.jobs.drain()
  expect((await linesOf(exportId)).length).toBeGreaterThan(people.length)
})

test('only who asked fetches the file, outside the own grids nothing goes out, and after a day the file is gone', async () => {
  const exportId = newId()
  done(await begin({ columns: [{ key: 'name' }] }, exportId))
  await town.jobs.drain()
  expect((await fetched(exportId, await town.as('grid-lead'))).statusCode).toBe(404)
  expect((await fetched('nonsense', committee)).statusCode).toBe(404)
  expect(await begin({ columns: [{ key: 'name' }], gridPath: '1.2' })).toMatchObject({ code: 'registry/not-here' })
  expect(await begin({ columns: [{ key: 'shoe-size' }] })).toMatchObject({ code: 'registry/columns-wrong' })
  town.clock.advance({ hours: 25 })
  await town.jobs.send('registry.look-after-exports')
  await town.jobs.drain()
  const later = await town.as('committee')
  expect((await fetched(exportId, later)).statusCode).toBe(404)
  const kept = done(await later.query<typeof listExports>('registry.exports', {})).rows
  expect(kept.find(row => row.exportId === exportId)).toMatchObject({ isKept: false })
})
