import pg from 'pg'
import { expect, test } from 'vitest'
import { migrationFolders } from '#apps/server/migration-folders.ts'
import { freshDatabase } from '#testkit/database.ts'
import { migrate, readMigrations } from './migrator.ts'

const { ownerUrl, appUrl } = await freshDatabase()

async function asOwner<R>(work: (client: pg.Client) => Promise<R>): Promise<R> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  return work(client).finally(() => client.end())
}

const extra = (name: string, sql: string, hash = name) => ({ part: 'test', name, sql, hash })

test('what has been applied is not applied again', async () => {
  const all = await readMigrations(migrationFolders)
  expect(all.length).toBeGreaterThan(5)
  expect(await migrate(ownerUrl, all)).toEqual([])
})

test('of two programs that start at once, one applies a change and the other finds it done', async () => {
  const all = [
    ...(await readMigrations(migrationFolders)),
    extra('0001-slow', 'create table platform.slow (a int); select pg_sleep(0.2)'),
  ]
  const applied = await Promise.all([migrate(ownerUrl, all), migrate(ownerUrl, all)])
  expect(applied.flat()).toEqual(['test/0001-slow'])
})

test('a change edited after it was applied, and a database newer than the program, are refused', async () => {
  const all = await readMigrations(migrationFolders)
  await expect(migrate(ownerUrl, [...all, extra('0001-slow', 'select 1', 'edited')])).rejects.toThrow(
    'was changed after',
  )
  await expect(migrate(ownerUrl, all)).rejects.toMatchObject({
    code: 'newer-schema',
    message: expect.stringMatching(/test\/0001-slow[^]*newer than the program \(test\/0001-slow\)/),
  })
})

test('a change that fails halfway leaves nothing behind', async () => {
  const all = [
    ...(await readMigrations(migrationFolders)),
    extra('0001-slow', 'create table platform.slow (a int); select pg_sleep(0.2)'),
    extra('0002-broken', 'create table platform.half (a int); select 1/0'),
  ]
  await expect(migrate(ownerUrl, all)).rejects.toThrow('test/0002-broken failed')
  const found = await asOwner(client => client.query(`select to_regclass('platform.half') as half`))
  expect(found.rows).toEqual([{ half: null }])
})

test('the app may read and add to journals, and neither change nor remove', async () => {
  const client = new pg.Client({ connectionString: appUrl })
  await client.connect()
  for (const table of ['audit.entry', 'audit.seal', 'audit.day_head']) {
    await expect(client.query(`delete from ${table}`)).rejects.toThrow('permission denied')
    await expect(client.query(`truncate ${table}`)).rejects.toThrow('permission denied')
    const column = table === 'audit.entry' ? 'outcome' : 'hash'
    await expect(client.query(`update ${table} set ${column} = 'x'`)).rejects.toThrow('permission denied')
  }
  await client.end()
})
