import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { systemClock } from '#platform/kernel/server/clock.ts'
import { freshDatabase } from '#testkit/database.ts'
import { keysFrom, testKeys } from '#testkit/town-setup.ts'
import { type FirstStart, fillNewDatabase } from './first-start.ts'

const { db, appUrl, ownerUrl } = await freshDatabase()
const folder = await mkdtemp(join(tmpdir(), 'wangge-first-start-'))
const basemap = join(folder, 'map')
// A map that is there already: drawing one is not what is looked at here.
await writeFile(basemap, '')
await writeFile(`${basemap}.version`, '1')
afterAll(() => rm(folder, { recursive: true }))

const start = (ending: AbortSignal): FirstStart => ({
  appUrl,
  migratorUrl: ownerUrl,
  town: 'small',
  matters: 0,
  keys: keysFrom(testKeys()),
  basemap,
  photos: join(folder, 'photos'),
  clock: systemClock,
  ending,
  onFilling: () => undefined,
})
const towns = async () => {
  const { rows } = await db.pool.query("select count(*)::int as towns from audit.entry where command = 'town.load'")
  return rows[0].towns
}

test('a town whose loading is given up leaves nothing behind', async () => {
  const asked = new AbortController()
  const filling = fillNewDatabase(start(asked.signal))
  asked.abort()
  await expect(filling).rejects.toThrow('aborted')
  expect(await towns()).toBe(0)
})

test('of two programs that start at once on a new database one fills it, and the other finds the town', async () => {
  const { signal } = new AbortController()
  const [one, other] = await Promise.all([fillNewDatabase(start(signal)), fillNewDatabase(start(signal))])
  expect(await towns()).toBe(1)
  expect(one).toEqual(other)
  expect(one.logins.length).toBeGreaterThan(0)
}, 240_000)
