import { expect, test } from 'vitest'
import { newId } from '#platform/kernel/server/new-id.ts'
import { buildTown, done, type Neighbour } from '#testkit/town.ts'
import type { findThings } from '../../common/contract/find.ts'
import type { addThing } from '../../common/contract/things.ts'

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
