import pg from 'pg'
import { expect, test } from 'vitest'
import { freshDatabase } from '#testkit/database.ts'
import { RegistryHouse, workerWords } from '../../testing.ts'

const { db, ownerUrl } = await freshDatabase()
const house = new RegistryHouse(db)
const keeper = [...workerWords, 'settle', 'see-identity']
const east = house.actor('east', '1.1.1', keeper)
const west = house.actor('west', '1.1.2', keeper)
const street = house.actor('street', '1.1', keeper)
const otherStreet = house.actor('other', '1.2', keeper)
const district = house.actor('district', '1', keeper)
const search = house.module.jobs.find(job => job.name === 'registry.find-alike-everywhere')!
/** A night later, so that what was written before has rested. */
const night = async () => {
  house.now = new Date(Date.parse(house.now) + 86_400_000).toISOString()
  await search.run({ db, now: house.now, data: null })
}
const add = (actor: typeof east, gridPath: string, fields: object) =>
  house.add(actor, 'person', { population: 'registered', ...fields }, { gridPath, isAnother: true })
const pairs = async (actor: typeof east) =>
  ((await house.asks('alike', {}, actor)).rows as { alikeId: string; a: { title: string }; reasons: string[] }[]).map(
    ({ a, ...pair }) => ({ ...pair, title: a.title }),
  )
/** The program itself may not take a pair out. */
const forget = async () => {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('delete from registry.alike')
  await owner.end()
}
const titles = async (actor: typeof east) => (await pairs(actor)).map(({ title }) => title).toSorted()

await add(east, '1.1.1.1', { name: '陆一鸣', bornOn: '1984-07-19', phone: '13811112222' })
await add(west, '1.1.2.4', { name: '陆一鸣', bornOn: '1984-07-19', phone: '13811112222' })
await add(east, '1.1.1.1', { name: '许文强', bornOn: '1971-02-03', phone: '13833334444' })
await add(otherStreet, '1.2.1.1', { name: '许文强', bornOn: '1971-03-02', phone: '13833334444' })
await add(east, '1.1.1.1', { name: '肖红', bornOn: '1990-10-10', phone: '13855556666' })
await add(east, '1.1.1.2', { name: '萧红', bornOn: '1990-10-10', phone: '13855556666' })

test('one person in two places is shown to whoever settles in both, and to nobody else', async () => {
  await night()
  expect(await titles(district)).toHaveLength(3)
  expect(await titles(street)).toEqual([expect.stringMatching(/[肖萧]红/), '陆一鸣'])
  expect(await titles(east)).toEqual([expect.stringMatching(/[肖萧]红/)])
  expect(await titles(west)).toEqual([])
  expect(await titles(otherStreet)).toEqual([])
  // Likelier pairs of other places do not push one's own off the page.
  expect((await house.asks('alike', { limit: 1 }, east)).rows).toHaveLength(1)
  const pair = (await pairs(district)).find(({ title }) => title === '许文强')!
  expect(pair.reasons).toEqual(['name-same', 'born-near', 'phone-same'])
})

test('whoever settles in one of the two places can neither open the pair nor say that they are two', async () => {
  const { alikeId } = (await pairs(street)).find(({ title }) => title === '陆一鸣')!
  for (const one of [east, west]) {
    expect(await house.does('open-alike', { alikeId }, one)).toMatchObject({ code: 'registry/no-such-pair' })
    expect(await house.does('keep-apart', { alikeId }, one)).toMatchObject({ code: 'registry/no-such-pair' })
  }
  expect(await house.does('open-alike', { alikeId }, street)).toMatchObject({
    a: { title: '陆一鸣' },
    b: { title: '陆一鸣' },
  })
})

test('the next night compares only who has changed, and from the beginning everybody anew', async () => {
  await forget()
  await night()
  expect(await titles(district)).toEqual([])
  await add(otherStreet, '1.2.1.1', { name: '陆一鸣', bornOn: '1984-07-19', phone: '13811112222' })
  // Written a moment ago: it may stand beside something that is not committed yet.
  await search.run({ db, now: house.now, data: null })
  expect(await titles(district)).toEqual([])
  await night()
  expect(await titles(district)).toEqual(['陆一鸣', '陆一鸣'])
  expect(await titles(street)).toEqual([])
  await forget()
  await db.pool.query(`update registry.alike_search set changed_at = '-infinity'`)
  // Two workers whose turns meet do no harm.
  await Promise.all([night(), night()])
  expect(await titles(district)).toHaveLength(5)
})

test('what more people share than can be one person tells nothing, and hides nobody who shares something else', async () => {
  await forget()
  const namesakes = Array.from({ length: 41 }, (_, at) => ({
    ...{ name: '张伟', bornOn: '1960-01-01', ...(at < 2 ? { phone: '13877778888' } : {}) },
  }))
  for (const fields of namesakes) await add(east, '1.1.1.1', fields)
  await night()
  expect((await pairs(east)).map(({ reasons }) => reasons)).toEqual([['name-same', 'born-same', 'phone-same']])
})
