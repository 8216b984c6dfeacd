import { sql } from 'kysely'
import { afterAll, expect, test, vi } from 'vitest'
import { IdentityNews } from '#modules/identity/server/index.ts'
import { IdentityHouse } from '#modules/identity/testing.ts'
import { freshDatabase } from '#testkit/database.ts'
import { rememberedStaff } from './staff-memory.ts'
import { staffInTables } from './who-is-where.ts'

const { db } = await freshDatabase()
const house = new IdentityHouse(db, '2026-09-01T01:00:00.000Z')
await house.furnish()
const news = new IdentityNews(db.pool.options.connectionString!)
await news.start()
afterAll(() => news.stop())
const asked = vi.fn(staffInTables.directory.units)
const holding = vi.fn(staffInTables.posts.holding)
const { directory, posts } = rememberedStaff(
  {
    directory: { ...staffInTables.directory, units: asked },
    posts: { ...staffInTables.posts, holding },
  },
  news,
)
await vi.waitFor(() => expect(news.hears).toBe(true))

const nameOfUnit = async () => (await directory.units(db.read(), [house.unitId])).get(house.unitId)

/** News come in the order of their commits: when ours is back, everything before it has been heard. */
async function settled(): Promise<void> {
  const back = new Promise<void>(resolve => {
    news.listen(change => {
      if (change === 'session') resolve()
    })
  })
  await sql`select pg_notify('identity_rights', '')`.execute(db.read())
  await back
}

test('what is known is not asked again until the database tells of a change', async () => {
  await settled()
  await nameOfUnit()
  const before = asked.mock.calls.length
  expect(await nameOfUnit()).toBe(await nameOfUnit())
  expect(asked.mock.calls.length).toBe(before)
  await sql`update identity.unit set name = '改了名' where id = ${house.unitId}`.execute(db.read())
  await vi.waitFor(async () => expect(await nameOfUnit()).toBe('改了名'))
})

test('only what is missing is asked, and that there is nobody is remembered too', async () => {
  await house.person('verifier', { role: 'grid-worker', grid: '1.1' })
  await settled()
  expect(await posts.holding(db.read(), 'cases.verify', ['1.1'])).toHaveLength(1)
  holding.mockClear()
  expect(await posts.holding(db.read(), 'cases.verify', ['1.1', '1.2', '1.3'])).toHaveLength(1)
  expect(holding.mock.calls.map(([, , paths]) => paths)).toEqual([['1.2', '1.3']])
  await posts.holding(db.read(), 'cases.verify', ['1.1', '1.2', '1.3'])
  expect(holding).toHaveBeenCalledOnce()
  // Another permission on the same grid is another question.
  expect(await posts.holding(db.read(), 'cases.handle', ['1.1'])).toEqual([])
  expect(holding).toHaveBeenCalledTimes(2)
})

test('a session that ends makes nobody ask anew; a new holder does', async () => {
  await settled()
  await nameOfUnit()
  const before = asked.mock.calls.length
  await sql`update identity.session set ended_at = now(), ended_because = 'revoked' where false`.execute(db.read())
  await settled()
  await nameOfUnit()
  expect(asked.mock.calls.length).toBe(before)
  await house.person('second', { role: 'grid-worker', grid: '1.2' })
  await vi.waitFor(async () => expect(await posts.holding(db.read(), 'cases.verify', ['1.2'])).toHaveLength(1))
})
