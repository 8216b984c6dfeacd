import { expect, test } from 'vitest'
import type * as cleaning from '#modules/cleaning/common/index.ts'
import type { listInbox } from '#platform/inbox/common/contract.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import type { listNotices } from '#platform/notices/common/contract.ts'
import { plainPhoto, sendPhoto } from '#testkit/photo.ts'
import { buildTown, done, type Neighbour } from '#testkit/town.ts'

const town = await buildTown()
const [cleaner, chief, supervisor, centre, lead] = (await Promise.all(
  ['cleaner', 'road-chief', 'supervisor', 'street-centre', 'grid-lead'].map(login => town.as(login)),
)) as [Neighbour, Neighbour, Neighbour, Neighbour, Neighbour]

const mine = async () => done(await cleaner.query<typeof cleaning.myCleaning>('cleaning.mine', {}))
const sectionId = (await mine()).sections[0]!.sectionId
const oneOf = async (id: string) => (await mine()).deductions.find(({ deductionId }) => deductionId === id)

async function check(as: Neighbour, more: object = {}) {
  const { body } = await sendPhoto(town, as, await plainPhoto())
  const photos = [body.fileId!]
  const found = { item: 'bin' as const, reason: '果皮箱满溢', photos, ...more }
  const input = { checkId: newId(), sectionId, at: town.clock.now(), found }
  return { id: input.checkId, answer: await as.command<typeof cleaning.checkSection>('cleaning.check', input) }
}
const object = (as: Neighbour, deductionId: string) =>
  as.command<typeof cleaning.objectTo>(
    'cleaning.object',
    { deductionId, at: town.clock.now(), reason: '刚清过' },
    { requestId: newId() },
  )
const decide = (as: Neighbour, deductionId: string, outcome: 'upheld' | 'reduced' | 'withdrawn', points: number) =>
  as.command<typeof cleaning.decideObjection>(
    'cleaning.decide',
    { deductionId, outcome, points, reason: '看过现场照片' },
    { requestId: newId() },
  )

test('what was taken off is on the cleaner’s phone at once, with item, reason, photo and time; the score follows', async () => {
  const before = (await mine()).sections[0]!.score
  const { id, answer } = await check(supervisor)
  expect(done(answer)).toEqual({ checkId: id, points: 2 })
  const deduction = await oneOf(id)
  expect(deduction).toMatchObject({ item: 'bin', points: 2, state: 'stands', mayObject: true, mayDecide: false })
  expect(deduction!.photos).toHaveLength(1)
  expect((await mine()).sections[0]!.score).toBe(before - 2)
  const notices = done(await cleaner.query<typeof listNotices>('notices.list', { limit: 5 }))
  expect(notices.rows[0]).toMatchObject({ kind: 'cleaning-deducted', subjectId: id })
  // The photo is the cleaner’s to see, and nobody’s who may not see the section.
  const photo = (as: Neighbour) =>
    town.app.inject({
      method: 'GET',
      url: `/api/files/${deduction!.photos[0]}?size=small`,
      headers: { cookie: as.cookie },
    })
  expect([(await photo(cleaner)).statusCode, (await photo(centre)).statusCode]).toEqual([200, 200])
  expect((await mine()).shifts.length).toBeGreaterThan(0)
})

test('an objection is made once, waits for somebody else, and changes points by an event', async () => {
  const { id, answer } = await check(supervisor)
  done(answer)
  expect(await decide(centre, id, 'upheld', 2)).toMatchObject({ code: 'cleaning/nothing-to-decide' })
  expect(done(await object(cleaner, id))).toEqual({ deductionId: id })
  expect(await object(cleaner, id)).toMatchObject({ code: 'cleaning/objected-already' })
  const inbox = done(await centre.query<typeof listInbox>('inbox.list', { limit: 100 }))
  expect(inbox.rows.find(({ subjectId }) => subjectId === id)).toMatchObject({ task: 'decide-objection' })
  expect(await decide(centre, id, 'reduced', 2)).toMatchObject({ code: 'cleaning/points-wrong' })
  const before = (await mine()).sections[0]!.score
  done(await decide(centre, id, 'reduced', 1))
  expect(await decide(centre, id, 'withdrawn', 0)).toMatchObject({ code: 'cleaning/nothing-to-decide' })
  const after = await oneOf(id)
  expect(after).toMatchObject({ points: 1, pointsFirst: 2, outcome: 'reduced', state: 'decided' })
  expect(after!.events.map(({ kind }) => kind)).toEqual(['deducted', 'objected', 'decided'])
  expect((await mine()).sections[0]!.score).toBe(before + 1)
  const left = done(await centre.query<typeof listInbox>('inbox.list', { limit: 100 }))
  expect(left.rows.map(({ subjectId }) => subjectId)).not.toContain(id)
  const shown = await centre.query<typeof cleaning.showSection>('cleaning.section', { sectionId })
  expect(done(shown).deductions.map(({ deductionId }) => deductionId)).toContain(id)
})

test('what was decided stays: the application may not change or remove events and looks', async () => {
  for (const text of [
    'delete from cleaning.event',
    "update cleaning.event set text = ''",
    'delete from cleaning.look',
  ]) {
    await expect(town.db.pool.query(text)).rejects.toThrow(/permission denied/)
  }
})

test('no photo, an item that is not used, a section elsewhere, a look told twice: each is refused by name', async () => {
  const { id, answer } = await check(supervisor, { photos: [] })
  expect(answer).toMatchObject({ code: 'cleaning/photo-missing' })
  const clean = { checkId: id, sectionId, at: town.clock.now(), found: null }
  const look = (as: Neighbour, more: object = {}) =>
    as.command<typeof cleaning.checkSection>('cleaning.check', { ...clean, ...more }, { requestId: newId() })
  expect(done(await look(supervisor))).toEqual({ checkId: id, points: 0 })
  expect(await look(supervisor)).toMatchObject({ code: 'cleaning/check-id-taken' })
  expect(await look(supervisor, { checkId: newId(), sectionId: newId() })).toMatchObject({
    code: 'cleaning/no-such-section',
  })
  const all = done(await supervisor.query<typeof cleaning.listSections>('cleaning.sections', {}))
  const seen = done(await chief.query<typeof cleaning.listSections>('cleaning.sections', {}))
  const own = new Set(seen.sections.map(section => section.sectionId))
  const elsewhere = all.sections.find(section => !own.has(section.sectionId))!
  expect(await look(chief, { checkId: newId(), sectionId: elsewhere.sectionId })).toMatchObject({
    code: 'cleaning/outside-your-grids',
  })
  expect(await object(cleaner, newId())).toMatchObject({ code: 'cleaning/no-such-deduction' })
  expect(done(await lead.query<typeof cleaning.listSections>('cleaning.sections', {})).mayCheck).toBe(false)
})
