import { expect, test } from 'vitest'
import { newId } from '#platform/kernel/server/new-id.ts'
import { buildTown, done, type Neighbour } from '#testkit/town.ts'
import type { findThings } from '../../common/contract/find.ts'
import type { addThing } from '../../common/contract/things.ts'
import { foundBy } from '../found-by.ts'
import { soundsOf } from '../sounds.ts'

const town = await buildTown()
const committee = await town.as('committee')
const gridPath = '1.1.1'
const add = async (kind: 'person' | 'housing' | 'organisation', fields: Record<string, unknown>) => {
  const thingId = newId()
  done(await committee.command<typeof addThing>('registry.add', { thingId, kind, gridPath, fields } as never))
  return thingId
}
const find = async (text: string, who: Neighbour = committee) =>
  done(await who.query<typeof findThings>('registry.find', { text })).rows.map(row => row.title)

await add('person', { name: '欧阳绿萝', population: 'registered' })
await add('person', { name: '单西安', population: 'registered' })
await add('housing', { address: '鹭岛路12号3号楼', use: 'own' })
await add('housing', { address: '鹭岛路120号3号楼', use: 'own' })
await add('organisation', { name: 'Moon Harbour 咖啡馆', kind: 'enterprise' })

test.each([
  ['oyll', '欧阳绿萝'],
  ['ouyanglv', '欧阳绿萝'],
  ['ouyang lvluo', '欧阳绿萝'],
  ['OuYangLüLuo', '欧阳绿萝'],
  ["shanxi'an", '单西安'],
  ['阳绿', '欧阳绿萝'],
  ['ludaolu', '鹭岛路12号3号楼'],
  ['鹭岛路12号', '鹭岛路12号3号楼'],
  ['moon harb', 'Moon Harbour 咖啡馆'],
  ['kafeiguan', 'Moon Harbour 咖啡馆'],
])('%s finds %s', async (typed, title) => {
  expect(await find(typed)).toContain(title)
})

test('a number that is followed by something is whole', async () => {
  expect(await find('鹭岛路12号')).not.toContain('鹭岛路120号3号楼')
  expect(await find('鹭岛路12')).toContain('鹭岛路120号3号楼')
  expect(await find('鹭岛路12号3')).toEqual(['鹭岛路12号3号楼'])
  expect(await find('鹭岛路12号4')).toEqual([])
})

test('a beginning that fits a great many gives a full page of one’s own, the shortest names first', async () => {
  const street = ['鹭', '屿', '礁', '湾', '港', '潮']
  const titles = street.flatMap(first => street.map(second => `麴${first}${second}`))
  for (const name of [...titles, '麴鹭']) await add('person', { name, population: 'registered' })
  for (const typed of ['麴', 'ql', 'qul']) {
    const page = done(await committee.query<typeof findThings>('registry.find', { text: typed, limit: 5 })).rows
    expect(page.map(({ title }) => title)).toHaveLength(5)
    expect(page.map(({ title }) => title[0])).toEqual(['麴', '麴', '麴', '麴', '麴'])
    expect(page[0]?.title).toBe('麴鹭')
    expect(await find(typed, await town.as('security-admin'))).toEqual([])
    expect(await find(typed, await town.as('grid-worker-next'))).toEqual([])
  }
})

test('of more people than can be weighed it takes the first in the order of names, not those who were written first', async () => {
  const given = [...'一丁七万丈三上下不与丐丑专且世丘丙东丝']
  const names = given.flatMap(first => given.map(second => `昝${first}${second}`))
  const letters = (name: string) => soundsOf(name).replaceAll(' ', '')
  await town.db.pool.query(
    `insert into registry.thing (id, kind, title, grid_path, fields, words, findable_by, serial, created_at, changed_at)
     select gen_random_uuid(), 'person', name, $1, jsonb_build_object('name', name), array_to_tsvector(
       array(select jsonb_array_elements_text(words))), 2, 1, now(), now()
     from jsonb_to_recordset($2::jsonb) as one (name text, words jsonb)`,
    [gridPath, JSON.stringify(names.map(name => ({ name, words: foundBy([name]) })))],
  )
  const page = done(await committee.query<typeof findThings>('registry.find', { text: 'zan', limit: 5 })).rows
  const first = names.toSorted((a, b) => (letters(a) < letters(b) ? -1 : 1)).slice(0, 200)
  expect(page.map(({ title }) => title)).toEqual(first.toSorted().slice(0, 5))
})

test('a full page of beginnings leaves out who is gone, and a whole title of another kind stays first', async () => {
  await add('organisation', { name: '麴', kind: 'enterprise' })
  const page = done(await committee.query<typeof findThings>('registry.find', { text: '麴', limit: 5 })).rows
  expect(page.map(({ title }) => title).slice(0, 2)).toEqual(['麴', '麴鹭'])
  await town.db.pool.query(
    `update registry.thing set state = 'moved-away', ended_on = '2026-01-01' where title = '麴鹭'`,
  )
  expect(
    done(await committee.query<typeof findThings>('registry.find', { text: 'ql', limit: 5 })).rows,
  ).not.toContainEqual(expect.objectContaining({ title: '麴鹭' }))
  expect(await find('麴鹭')).toContain('麴鹭')
})

test('what one may not see is not found', async () => {
  expect(await find('ouyanglv', await town.as('security-admin'))).toEqual([])
})

test('rows that an older version wrote become findable by what was added since', async () => {
  const title = '欧阳绿萝'
  const asOld = `update registry.thing set findable_by = 1, words = array_to_tsvector(array['欧阳', '阳绿', 'oyll']) where title = $1`
  await town.db.pool.query(asOld, [title])
  expect(await find('ouyanglv')).not.toContain(title)
  await town.jobs.send('registry.make-findable')
  await town.jobs.drain()
  expect(await find('ouyanglv')).toContain(title)
  expect(await find('oyll')).toContain(title)
  const { rows } = await town.db.pool.query('select 1 from registry.thing where findable_by < 2')
  expect(rows).toEqual([])
})
