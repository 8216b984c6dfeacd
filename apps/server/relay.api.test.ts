import pg from 'pg'
import { expect, test } from 'vitest'
import type { myReports } from '#modules/cases/common/index.ts'
import { IdentityLoader } from '#modules/identity/server/index.ts'
import type * as relay from '#modules/relay/common/index.ts'
import type { listInbox } from '#platform/inbox/common/contract.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import type { listNotices } from '#platform/notices/common/contract.ts'
import { expectUnreadable } from '#testkit/expect-unreadable.ts'
import { buildTown, done, type Neighbour } from '#testkit/town.ts'

const town = await buildTown()
const [committee, head, lead] = (await Promise.all(
  ['committee', 'building-head', 'grid-lead'].map(login => town.as(login)),
)) as [Neighbour, Neighbour, Neighbour]

const write = (as: Neighbour, more: object = {}) => {
  const input = { wordId: newId(), title: '楼道清理', text: '周六清理楼道，请把东西搬回家。', gridPath: '1.1.1' }
  const untilOn = dayOf(town.clock.now(), 3)
  return as.command<typeof relay.writeWord>('relay.write', { ...input, untilOn, ...more })
}
const pass = (wordId: string, asked = '') =>
  head.command<typeof relay.passOn>('relay.pass', { wordId, at: town.clock.now(), asked }, { requestId: newId() })
const mine = async (wordId: string) =>
  done(await head.query<typeof relay.myWords>('relay.mine', { all: true })).words.find(word => word.wordId === wordId)
const waits = async (as: Neighbour, wordId: string) =>
  done(await as.query<typeof listInbox>('inbox.list', { limit: 100 })).rows.flatMap(row =>
    row.subjectId.startsWith(wordId) ? row.task : [],
  )
const show = async (wordId: string, as = lead) => done(await as.query<typeof relay.showWord>('relay.show', { wordId }))

test('a word reaches the heads of the area, is passed on once, asked about and answered; sealed at rest', async () => {
  const { wordId, asked } = done(await write(committee))
  expect(asked).toBeGreaterThan(0)
  expect(await mine(wordId)).toMatchObject({ state: 'waiting', fromUnit: expect.stringContaining('居民委员会') })
  expect(await waits(head, wordId)).toEqual(['pass-on'])
  expect(done(await pass(wordId, '五楼问能不能帮忙搬'))).toMatchObject({ state: 'asked' })
  expect(await waits(head, wordId)).toEqual([])
  expect(await waits(lead, wordId)).toEqual(['answer'])
  expect(await pass(wordId)).toMatchObject({ code: 'relay/passed-already' })
  const [first] = (await show(wordId)).passings
  expect(first).toMatchObject({ state: 'asked', asked: '五楼问能不能帮忙搬' })
  const rows = await town.db.pool.query('select asked_sealed from relay.passing where word_id = $1', [wordId])
  expectUnreadable(rows.rows, ['五楼'])
  const answer = (postId: string) =>
    lead.command<typeof relay.answerAsked>(
      'relay.answer',
      { wordId, postId, text: '周六有志愿者来帮忙。' },
      { requestId: newId() },
    )
  done(await answer(first!.postId))
  expect(await answer(first!.postId)).toMatchObject({ code: 'relay/answered-already' })
  expect(await waits(lead, wordId)).toEqual([])
  expect(await mine(wordId)).toMatchObject({ state: 'answered', answer: '周六有志愿者来帮忙。' })
  const notices = done(await head.query<typeof listNotices>('notices.list', { limit: 5 }))
  expect(notices.rows.map(({ kind }) => kind)).toContain('relay-answered')
})

test('what waits to be passed on stands first however old it is; what is long done is shown on asking', async () => {
  const { wordId } = done(await write(committee))
  const owner = new pg.Client({ connectionString: town.ownerUrl })
  await owner.connect()
  await owner.query(
    `with made as (
       insert into relay.word (id, at, grid_path, owner_id, post_id, unit_id, title, text, until_on)
       select gen_random_uuid(), at + n * interval '1 minute', grid_path, owner_id, post_id, unit_id, title, text, until_on
       from relay.word, generate_series(1, 40) n where id = $1 returning id)
     insert into relay.passing (word_id, post_id, passed_at, passed_by, heard_at)
     select made.id, passing.post_id, word.at, 'x', word.at
     from made, relay.passing passing join relay.word word on word.id = passing.word_id where passing.word_id = $1`,
    [wordId],
  )
  await owner.end()
  const few = done(await head.query<typeof relay.myWords>('relay.mine', {}))
  expect(few.words[0]).toMatchObject({ wordId, state: 'waiting' })
  expect(few.earlier).toBeGreaterThan(0)
  const all = done(await head.query<typeof relay.myWords>('relay.mine', { all: true }))
  expect(all).toMatchObject({ earlier: 0 })
  expect(all.words).toHaveLength(few.words.length + few.earlier)
})

test('a word that was taken back waits for nobody; what cannot be written is refused by name', async () => {
  const { wordId } = done(await write(committee))
  const withdraw = () =>
    committee.command<typeof relay.withdrawWord>(
      'relay.withdraw',
      { wordId, reason: '改到下周' },
      { requestId: newId() },
    )
  done(await withdraw())
  expect(await withdraw()).toMatchObject({ code: 'relay/withdrawn' })
  expect(await waits(head, wordId)).toEqual([])
  expect(await mine(wordId)).toMatchObject({ state: 'dropped' })
  expect(await pass(wordId)).toMatchObject({ code: 'relay/withdrawn' })
  expect(await pass(newId())).toMatchObject({ code: 'relay/no-such-word' })
  expect(await write(committee, { wordId })).toMatchObject({ code: 'relay/word-id-taken' })
  expect(await write(committee, { gridPath: '1.1.2' })).toMatchObject({ code: 'relay/outside-your-grids' })
  expect(await write(committee, { untilOn: dayOf(town.clock.now(), -1) })).toMatchObject({ code: 'relay/day-over' })
})

test('a head knows the own yards, and what they report from there is theirs to follow', async () => {
  const { yards } = done(await head.query<typeof relay.myWords>('relay.mine', {}))
  expect(yards.length).toBeGreaterThan(0)
  const [{ name, lon, lat }] = yards as [(typeof yards)[number]]
  const input = {
    caseId: newId(),
    source: 'building-head',
    description: '楼道灯不亮',
    place: { lon, lat },
    address: name,
  }
  done(await head.command('cases.report' as never, input as never))
  const { rows } = done(await head.query<typeof myReports>('cases.my-reports', { limit: 5 }))
  expect(rows[0]).toMatchObject({ caseId: input.caseId, address: name, status: 'reported' })
})

test('a post that comes after a word was written is asked too, while the word holds', async () => {
  const { wordId, asked } = done(await write(committee))
  const { wordId: withdrawn } = done(await write(committee))
  done(await committee.command<typeof relay.withdrawWord>('relay.withdraw', { wordId: withdrawn, reason: '改期' }))
  const { wordId: over } = done(await write(committee, { untilOn: dayOf(town.clock.now()) }))
  done(await pass(wordId))
  const { rows } = await town.db.pool.query<{ unit_id: string }>(
    `select unit_id from identity.post where role_code = 'building-head' limit 1`,
  )
  const post = { id: newId(), title: '新楼门长', unitId: rows[0]!.unit_id, roleCode: 'building-head' }
  await town.db.unitOfWork(tx => new IdentityLoader(tx, town.clock.now()).addPosts([{ ...post, gridPath: '1.1.1' }]))
  town.clock.advance({ days: 1 })
  await town.jobs.send('relay.ask-heads')
  await town.jobs.drain()
  const nextDay = await town.as('grid-lead')
  const late = async (id: string) => (await show(id, nextDay)).passings.find(({ postId }) => postId === post.id)
  expect(await late(wordId)).toMatchObject({ title: '新楼门长', state: 'waiting' })
  const states = (await show(wordId, nextDay)).passings.map(({ state }) => state)
  expect(states, 'whoever was asked before is not asked again').toHaveLength(asked + 1)
  expect(states).toContain('passed')
  expect([await late(withdrawn), await late(over)]).toEqual([undefined, undefined])
  const entries = () => town.db.pool.query(`select from audit.entry where command = 'relay.ask-heads'`)
  const { rowCount } = await entries()
  await town.jobs.send('relay.ask-heads')
  await town.jobs.drain()
  expect((await entries()).rowCount, 'nothing is written when nobody is new').toBe(rowCount)
})
