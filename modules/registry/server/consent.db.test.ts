import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import { type Loose, RegistryHouse, workerWords } from '../testing.ts'
import { consentJob } from './consent-job.ts'
import { dueCare } from './from-visits.ts'

const { db, ownerUrl } = await freshDatabase()
const house = new RegistryHouse(db)
const lists = ['care-old-alone', 'care-disabled', 'care-children']
// The window writes and sees these lists; the keeper sees the list of the ill and writes nothing; the worker is told to go.
const window = house.actor('window', '1.1', [...workerWords, ...lists])
const keeper = house.actor('keeper', '1.1', ['read', 'read-places', 'care-patients'])
const worker = house.actor('worker', '1.1', [...workerWords, 'visit-care'])
const security = house.actor('security', '1', ['protect'])
Object.assign(house.around, {
  holders: async (_db: unknown, permission: string) => (permission === 'registry.visit-care' ? ['worker'] : ['window']),
})

const causes = { 'old-alone': 'alone', disabled: 'certificate', children: 'orphan', patients: 'chronic' } as const
type Group = keyof typeof causes
for (const group of Object.keys(causes))
  await house.does(
    'put-care-policy',
    { group, isOn: true, visitDays: 7, keepDays: 30, reason: `${group}工作方案` },
    security,
  )

const somebody = () => house.add(window, 'person', { name: '独居人', population: 'registered' })

async function enlist(personId: string, group: Group, more: object, by = window): Promise<string> {
  const careId = newId()
  const input = { careId, personId, group, cause: causes[group], basis: 'consent', since: '2026-09-01', ...more }
  const answer = await house.does('enlist', input, by)
  if (answer.careId !== careId) throw new Error(JSON.stringify(answer))
  return careId
}

const agreed = (more: object = {}) => ({ consent: { consentId: newId(), way: 'signed', ...more } })
const consents = async (personId: string, by = window) =>
  (await house.asks('consents', { personId }, by)).rows as Loose[]
const open = async (personId: string) =>
  ((await house.asks('care', { personId }, window)).rows as Loose[])
    .filter(row => row.untilOn === null)
    .map(row => row.group)
const told = async (personId: string) =>
  (await db.pool.query('select person_id, kind from notices.notice where subject_id = $1 order by 1, 2', [personId]))
    .rows
const night = () => consentJob(house.around).run({ db, now: house.now } as never)

test('an entry rests on a consent that is on record, or on a duty that is named', async () => {
  const person = await somebody()
  const bare = { careId: newId(), personId: person, group: 'old-alone', cause: 'alone', since: '2026-09-01' }
  expect(await house.does('enlist', { ...bare, basis: 'consent' }, window)).toMatchObject({
    code: 'registry/consent-missing',
  })
  await enlist(person, 'old-alone', agreed())
  await enlist(person, 'disabled', { basis: 'statutory' })
  await enlist(person, 'children', { basis: 'statutory', source: '未成年人保护法第九十二条' })
  const { rows } = await house.asks('care', { personId: person }, window)
  expect(new Map(rows.map((row: Loose) => [row.group, row.source]))).toEqual(
    new Map([
      ['old-alone', null],
      // What the list itself rests on, where nobody says more.
      ['disabled', 'disabled工作方案'],
      ['children', '未成年人保护法第九十二条'],
    ]),
  )
  expect(await consents(person)).toMatchObject([
    { careGroup: 'old-alone', way: 'signed', givenOn: '2026-09-01', purpose: '定期探访，防止意外' },
  ])
})

test('a withdrawal ends what rested on it, is told to those who go there, and leaves what the law asks for', async () => {
  const person = await somebody()
  const careId = await enlist(person, 'old-alone', agreed())
  await enlist(person, 'disabled', { basis: 'statutory', source: '残疾人保障法第十三条' })
  const due = async () => (await dueCare(db.read(), worker, '2027-01-01')).filter(one => one.careId === careId)
  expect(await due()).toHaveLength(1)
  const [consent] = await consents(person)
  const withdraw = { consentId: consent!.consentId, on: '2026-09-14' }
  // The worker writes about people, yet does not see this list, so not its consents either.
  expect(await consents(person, worker)).toEqual([])
  expect(await house.does('withdraw-consent', withdraw, worker)).toMatchObject({ code: 'registry/no-such-thing' })
  expect(await open(person)).toEqual(['old-alone', 'disabled'])
  expect(await house.does('withdraw-consent', withdraw, window)).toEqual({
    ...{ consentId: consent!.consentId, ended: ['old-alone'] },
    stays: [{ group: 'disabled', source: '残疾人保障法第十三条' }],
  })
  expect(await open(person)).toEqual(['disabled'])
  expect(await due()).toEqual([])
  const { rows } = await house.asks('care', { personId: person }, window)
  expect(rows.find((row: Loose) => row.careId === careId)).toMatchObject({
    ...{ since: '2026-09-01', untilOn: '2026-09-14', endReason: 'consent-withdrawn', nextVisitOn: null },
  })
  // Whoever did it knows.
  expect(await told(person)).toEqual([{ person_id: 'worker', kind: 'registry.consent-withdrawn' }])
  expect(await house.does('note-visit', { careId, on: '2026-09-15' }, window)).toMatchObject({
    code: 'registry/no-such-thing',
  })
})

test('for a child a guardian agrees, with the entry or apart from it', async () => {
  const child = await house.add(window, 'person', { name: '小明', population: 'registered', bornOn: '2018-05-01' })
  const entry = { careId: newId(), personId: child, group: 'children', cause: 'orphan', since: '2026-09-01' }
  const entering = (way: string) =>
    house.does('enlist', { ...entry, basis: 'consent', consent: { consentId: newId(), way } }, window)
  const giving = (way: string) => {
    const told = { consentId: newId(), personId: child, purpose: '电话回访', way, givenOn: '2026-09-01' }
    return house.does('give-consent', told, window)
  }
  const refused = { code: 'registry/guardian-consents' }
  expect([await entering('signed'), await giving('spoken')]).toMatchObject([refused, refused])
  expect(await consents(child)).toEqual([])
  expect([await entering('guardian'), await giving('guardian')]).toMatchObject([
    { careId: entry.careId },
    { consentId: expect.any(String) },
  ])
})

test('another consent for the same list carries the entry on; one for something else does not', async () => {
  const person = await somebody()
  await enlist(person, 'old-alone', agreed())
  const again = { personId: person, way: 'spoken', givenOn: '2026-09-10' }
  const second = { ...again, consentId: newId(), purpose: '独居探访', careGroup: 'old-alone' }
  await house.does('give-consent', second, window)
  await house.does('give-consent', { ...again, consentId: newId(), purpose: '电话回访' }, window)
  const first = (await consents(person)).find(row => row.way === 'signed')
  const gone = await house.does('withdraw-consent', { consentId: first!.consentId, on: '2026-09-15' }, window)
  expect(gone).toMatchObject({ ended: [] })
  expect(await open(person)).toEqual(['old-alone'])
  await house.does('withdraw-consent', { consentId: second.consentId, on: '2026-09-15' }, window)
  expect(await open(person)).toEqual([])
})

test('whoever keeps a list takes a withdrawal without the right to write; nobody else hears of the list', async () => {
  const person = await somebody()
  await enlist(person, 'patients', agreed(), keeper)
  expect(await consents(person)).toEqual([])
  const [consent] = await consents(person, keeper)
  const withdraw = { consentId: consent!.consentId, on: '2026-09-15' }
  expect(await house.does('withdraw-consent', withdraw, window)).toMatchObject({ code: 'registry/no-such-thing' })
  expect(await house.does('withdraw-consent', withdraw, keeper)).toMatchObject({ ended: ['patients'], stays: [] })
})

test('when the last day of a consent has passed, the night takes the person off and says why', async () => {
  const person = await somebody()
  const stays = await somebody()
  await enlist(person, 'old-alone', agreed({ untilOn: '2026-09-20' }))
  await enlist(stays, 'old-alone', agreed({ untilOn: '2026-09-21' }))
  house.now = '2026-09-20T15:59:00.000Z'
  await night()
  expect(await open(person)).toEqual(['old-alone'])
  house.now = '2026-09-20T20:05:00.000Z'
  await night()
  expect(await open(person)).toEqual([])
  expect(await open(stays)).toEqual(['old-alone'])
  const { rows } = await house.asks('care', { personId: person }, window)
  expect(rows).toMatchObject([{ untilOn: '2026-09-20', endReason: 'consent-expired' }])
  expect(await told(person)).toEqual([
    { person_id: 'window', kind: 'registry.consent-expired' },
    { person_id: 'worker', kind: 'registry.consent-expired' },
  ])
  await night()
  expect(await told(person)).toHaveLength(2)
  house.now = '2026-09-15T02:00:00.000Z'
})

test('what was entered by consent before consents were for a list can be withdrawn like any other', async () => {
  const [person, other] = [await somebody(), await somebody()]
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query(`alter table registry.care drop column source; alter table registry.consent drop column care_group;
    drop index registry.care_by_consent`)
  const entry = `insert into registry.care (id, person_id, care_group, cause, basis, since, by_id, at)
    values (gen_random_uuid(), $1, $2, $3, $4, '2026-03-01', 'window', '2026-03-01T02:00:00Z')`
  await owner.query(entry, [person, 'old-alone', 'alone', 'consent'])
  await owner.query(entry, [other, 'disabled', 'certificate', 'statutory'])
  await owner.query(await readFile(new URL('migrations/0040-entries-rest-on-consents.sql', import.meta.url), 'utf8'))
  await owner.end()
  const [consent] = await consents(person)
  expect(consent).toMatchObject({ careGroup: 'old-alone', way: 'not-noted', givenOn: '2026-03-01', untilOn: null })
  const { rows } = await house.asks('care', { personId: other }, window)
  expect(rows).toMatchObject([{ basis: 'statutory', source: 'disabled工作方案' }])
  const withdraw = { consentId: consent!.consentId, on: '2026-09-15' }
  expect(await house.does('withdraw-consent', withdraw, window)).toMatchObject({ ended: ['old-alone'] })
})
