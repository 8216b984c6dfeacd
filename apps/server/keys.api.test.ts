import { expect, test } from 'vitest'
import type { addThing, findByNumber, openThing, unmaskField } from '#modules/registry/common/index.ts'
import type { dropOldKeys, keyState, rotateKey } from '#platform/crypto/common/contract.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { buildTown, done } from '#testkit/town.ts'

const town = await buildTown()
const security = await town.as('security-admin')
const clerk = await town.as('window-clerk')

const sealedBy = async () => {
  const { rows } = await town.db.pool.query<{ key: string }>(
    `select distinct convert_from(substring(sealed from 3 for get_byte(sealed, 1)), 'UTF8') as key from registry.secret`,
  )
  return rows.map(row => row.key)
}
const ringOf = async (name: string) =>
  done(await security.query<typeof keyState>('keys.state', {})).rings.find(ring => ring.ring === name)!

const thingId = newId()
const number = '11010519491231002X'
const looksUp = async () => {
  const asked = { number, scheme: 'id-number' as const }
  const found = done(await clerk.command<typeof findByNumber>('registry.find-by-number', asked))
  return found.rows.map(row => row.thingId)
}
const whole = async () =>
  done(await clerk.command<typeof unmaskField>('registry.unmask', { thingId, field: 'idNumber', reason: '核对证件' }))
    .value

test('while the sealing key is changed everything stays readable, and afterwards the old key can go', async () => {
  const fields = { name: '换钥', population: 'registered', idNumber: number }
  done(await clerk.command<typeof addThing>('registry.add', { thingId, kind: 'person', gridPath: '1.1.1', fields }))
  const before = await sealedBy()
  const { current } = done(
    await security.command<typeof rotateKey>('keys.rotate', { ring: 'sealing', reason: '例行更换' }),
  )
  // Not done yet: old and new lie side by side, and both open.
  expect(await ringOf('sealing')).toMatchObject({ current, others: before, rotation: { finishedAt: null, done: 0 } })
  expect(await whole()).toBe(number)
  const again = await security.command<typeof rotateKey>('keys.rotate', { ring: 'sealing', reason: '再换一次' })
  expect(isRefusal(again) && again.code).toBe('keys/still-running')
  const early = await security.command<typeof dropOldKeys>('keys.drop-old', { ring: 'sealing' })
  expect(isRefusal(early) && early.code).toBe('keys/still-running')

  await town.jobs.drain()
  const { rotation } = await ringOf('sealing')
  expect(rotation!.finishedAt).not.toBeNull()
  expect(rotation!.done).toBe(rotation!.total)
  expect(rotation!.total).toBeGreaterThan(50)
  expect(await sealedBy()).toEqual([current])
  expect(done(await security.command<typeof dropOldKeys>('keys.drop-old', { ring: 'sealing' })).dropped).toEqual(before)
  expect(await whole()).toBe(number)
  expect(await looksUp()).toEqual([thingId])
})

test('while the index key is changed numbers are found at every moment', async () => {
  expect(await looksUp()).toEqual([thingId])
  done(await security.command<typeof rotateKey>('keys.rotate', { ring: 'index', reason: '例行更换' }))
  // The kept index is still of the old key.
  expect(await looksUp()).toEqual([thingId])
  await town.jobs.drain()
  expect(await looksUp()).toEqual([thingId])
  expect(done(await security.command<typeof dropOldKeys>('keys.drop-old', { ring: 'index' })).dropped).toHaveLength(1)
  expect(await looksUp()).toEqual([thingId])
  expect(isRefusal(await clerk.command<typeof openThing>('registry.open', { thingId }))).toBe(false)
})

test('sealing again goes on where it was stopped', async () => {
  done(await security.command<typeof rotateKey>('keys.rotate', { ring: 'sealing', reason: '中途停机' }))
  const progress = () =>
    town.db.pool.query<{ after: string; done: number }>(
      `select after, done from keys.progress join keys.rotation on id = rotation_id
       where store = 'registry.secret.sealed' order by started_at desc limit 1`,
    )
  // As if the program had ended after the first ten rows.
  await town.db.pool.query(`update keys.progress set done = 10, after = (select id::text from registry.secret
    order by id offset 9 limit 1) where store = 'registry.secret.sealed'
    and rotation_id = (select id from keys.rotation where finished_at is null)`)
  await town.jobs.drain()
  const { rows } = await progress()
  const { rotation, current } = await ringOf('sealing')
  expect(rows[0]!.done).toBe((await town.db.pool.query('select 1 from registry.secret')).rowCount)
  expect(rotation!.finishedAt).not.toBeNull()
  // The ten are still sealed with the older key, so it may not go.
  expect(await sealedBy()).toHaveLength(2)
  const drop = await security.command<typeof dropOldKeys>('keys.drop-old', { ring: 'sealing' })
  expect(isRefusal(drop) && [drop.code, drop.detail.count]).toEqual(['keys/still-needed', 10])
  expect(await sealedBy()).toContain(current)
})
