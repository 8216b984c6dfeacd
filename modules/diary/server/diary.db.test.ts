import { expect, test } from 'vitest'
import { openCase, plainClocks, raiseOpened, readKnownCases, usualProcedure } from '#modules/cases/server/index.ts'
import { CasesHouse } from '#modules/cases/testing.ts'
import { readPlace } from '#modules/grid/server/index.ts'
import type { Actor, Grant } from '#platform/authz/common/grants.ts'
import { runCommand, runQuery } from '#platform/commands/server/run-command.ts'
import { createSecretBox } from '#platform/crypto/server/index.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import { diaryModule } from '../module.ts'

const { db } = await freshDatabase()
const house = await CasesHouse.open(db)
const secrets = createSecretBox({ current: 'test', keys: { test: Buffer.alloc(32, 7) } })
const grids = {
  read: (place: Parameters<typeof readPlace>[1]) => readPlace(house.grids, place),
  root: () => house.grids.root(),
  districtOf: () => '370113',
}
const procedure = { procedure: () => usualProcedure, clocks: plainClocks }
const around = {
  ...procedure,
  grids: { ...grids, nearestPosts: async () => [] },
  secrets,
  followKey: Buffer.alloc(32, 9),
}
const diary = diaryModule({
  db,
  secrets,
  cases: {
    open: (work, opening) => openCase(around, work, { ...opening, source: 'diary' }),
    async raise(work, caseId, reason) {
      const raised = await raiseOpened(procedure, work, caseId, reason)
      return isRefusal(raised) ? raised : null
    },
    known: async (read, actor, ids) =>
      (await readKnownCases(read, actor, ids)).map(({ id, number, status }) => ({ caseId: id, number, status })),
  },
  places: { ...grids, names: path => house.grids.names(path) },
  unitOf: async () => '第1社区居民委员会',
  people: async (_read, ids) => new Map(ids.map(id => [id, `人员${id}`])),
  settings: () => ({ feedbackDays: 0, communityDepth: 2 }),
})

const grant = (permission: string, within: Grant['within']): Grant => ({ permission, within })
const workerOf = (id: string, path: string): Actor =>
  house.actor(id, [
    grant('diary.write', { kind: 'subtree', path }),
    grant('diary.read', { kind: 'own' }),
    grant('diary.answer', { kind: 'own' }),
  ])
const committeeOf = (
  path: string,
  more: readonly string[] = ['cases.report', 'cases.read', 'cases.move-level'],
): Actor =>
  house.actor(
    `committee-${path}`,
    ['diary.read', 'diary.answer', 'diary.see-person', ...more].map(word => grant(word, { kind: 'subtree', path })),
  )
const worker = workerOf('worker-1', '1.1')
const committee = committeeOf('1.1')

async function does(name: string, input: object, actor: Actor, requestId = newId()): Promise<Record<string, unknown>> {
  const command = diary.commands.find(({ endpoint }) => endpoint.name === name)!
  const call = { actor, now: house.now, requestId, input }
  return (await runCommand(db, async () => {}, command, call)) as Record<string, unknown>
}
async function asks(name: string, input: object, actor: Actor): Promise<Record<string, unknown>> {
  const query = diary.queries.find(({ endpoint }) => endpoint.name === name)!
  return (await runQuery(db, query, { actor, everyPost: [actor], now: house.now, input })) as never
}
async function write(more: object = {}, by = worker): Promise<string> {
  const entryId = newId()
  const entry = { entryId, kind: 'need', text: '独居老人想在楼道装扶手', person: '三单元李奶奶', ...more }
  expect(await does('diary.write', entry, by)).toMatchObject({ entryId })
  return entryId
}
const idsIn = (answer: Record<string, unknown>) => (answer['rows'] as { entryId: string }[]).map(row => row.entryId)

test('an entry lies in the writer’s grid, is seen by the writer and the community, and by no neighbour', async () => {
  const entryId = await write()
  expect(await asks('diary.show', { entryId }, worker)).toMatchObject({
    ...{ gridPath: '1.1', outcome: 'open', standing: 'waiting', hasPerson: true, mayAnswer: true },
  })
  expect(idsIn(await asks('diary.list', {}, committee))).toContain(entryId)
  expect(idsIn(await asks('diary.list', {}, committeeOf('1.2')))).toEqual([])
  expect(idsIn(await asks('diary.list', {}, workerOf('worker-2', '1.1')))).toEqual([])
  const foreign = await asks('diary.show', { entryId }, committeeOf('1.2'))
  expect(foreign).toMatchObject({ code: 'diary/no-such-entry' })
  const answered = await does('diary.give-feedback', { entryId, text: '好' }, committeeOf('1.2'))
  expect(answered).toMatchObject({ code: 'diary/no-such-entry' })
  expect(idsIn(await asks('diary.list', { text: '扶手', mine: true }, worker))).toContain(entryId)
  expect(idsIn(await asks('diary.list', { text: '路灯' }, worker))).toEqual([])
})

test('a place decides the grid; what lies outside goes to the writer’s own', async () => {
  const inside = await write({ place: house.placeIn('1.3') })
  const outside = await write({ place: { lon: 120, lat: 30 } })
  expect(await asks('diary.show', { entryId: inside }, worker)).toMatchObject({ gridPath: '1.3' })
  expect(await asks('diary.show', { entryId: outside }, worker)).toMatchObject({ gridPath: '1.1' })
})

test('whom one met is sealed, and shown with a reason that is kept', async () => {
  const entryId = await write({ person: '王五 13900002222' })
  const kept = await db.pool.query('select person_sealed from diary.entry where id = $1', [entryId])
  expect(kept.rows[0].person_sealed.includes('王五')).toBe(false)
  expect(await does('diary.see-person', { entryId, reason: ' ' }, committee)).toMatchObject({ refused: true })
  expect(await does('diary.see-person', { entryId, reason: '回访' }, committee)).toEqual({ person: '王五 13900002222' })
  const looks = await db.pool.query('select reason from diary.person_look where entry_id = $1', [entryId])
  expect(looks.rows).toEqual([{ reason: '回访' }])
})

test('the same entry twice is one; another under its id is refused', async () => {
  const entryId = newId()
  const requestId = newId()
  const entry = { entryId, kind: 'news', text: '小区停水' }
  const first = await does('diary.write', entry, worker, requestId)
  expect(await does('diary.write', entry, worker, requestId)).toEqual(first)
  const other = await does('diary.write', { ...entry, text: '别的' }, worker)
  expect(other).toMatchObject({ code: 'diary/entry-id-taken' })
})

test('the day’s feedback: who waits, who is overdue, what was late, by community; the inbox follows', async () => {
  const by = workerOf('worker-day', '1.4')
  const at = committeeOf('1.4')
  house.later(7 * 24 * 60)
  const day = house.now.slice(0, 10)
  const [first, second, third] = [await write({}, by), await write({}, by), await write({ answer: '当场已答复' }, by)]
  const waiting = () =>
    db.pool.query('select subject_id from inbox.item where subject_id = any($1)', [[first, second, third]])
  expect((await waiting()).rows.map(row => String(row.subject_id)).toSorted()).toEqual([first, second].toSorted())
  expect(idsIn(await asks('diary.list', { standing: 'waiting' }, at))).toEqual([second, first])
  expect(await does('diary.give-feedback', { entryId: first, text: '已联系民政' }, at)).toMatchObject({
    outcome: 'answered',
  })
  expect((await waiting()).rows).toEqual([{ subject_id: second }])
  house.later(24 * 60)
  expect(idsIn(await asks('diary.list', { standing: 'overdue' }, at))).toEqual([second])
  expect(await asks('diary.day', { day }, at)).toEqual({
    day,
    communities: [{ gridPath: '1.4', name: '第4管理区', written: 3, inTime: 2, late: 0, missing: 1 }],
  })
  await does('diary.give-feedback', { entryId: second, text: '晚了', watch: true }, at)
  expect(idsIn(await asks('diary.list', { standing: 'late' }, at))).toEqual([second])
  expect(await asks('diary.day', { day }, at)).toMatchObject({ communities: [{ late: 1, missing: 0 }] })
})

test('watched is answered again; settled is not', async () => {
  const entryId = await write()
  expect(await does('diary.give-feedback', { entryId, text: '先看着', watch: true }, committee)).toMatchObject({
    outcome: 'watched',
  })
  expect(await does('diary.give-feedback', { entryId, text: '已装好' }, committee)).toMatchObject({
    outcome: 'answered',
  })
  const again = await does('diary.give-feedback', { entryId, text: '再答' }, committee)
  expect(again).toMatchObject({ code: 'diary/entry-settled' })
  const shown = await asks('diary.show', { entryId }, committee)
  expect(shown).toMatchObject({ feedback: [{ outcome: 'watched' }, { outcome: 'answered', text: '已装好' }] })
})

test('an entry becomes a case with its number and state; who may not report is told so', async () => {
  const entryId = await write({ place: house.placeIn('1.1') })
  const caseId = newId()
  const ask = { entryId, caseId, description: '楼道需装扶手', told: '已为您立项' }
  expect(await does('diary.open-case', ask, worker)).toMatchObject({ code: 'diary/may-not-report' })
  const opened = await does('diary.open-case', ask, committee)
  expect(opened).toMatchObject({ caseId })
  const kept = await db.pool.query('select source, level from cases.case_file where id = $1', [caseId])
  expect(kept.rows).toEqual([{ source: 'diary', level: 'community' }])
  const caseFile = { caseId, number: opened['number'], status: 'reported' }
  expect(await asks('diary.show', { entryId }, committee)).toMatchObject({ outcome: 'case', caseFile })
  // The writer sees that a case came of it, and its state only with the right to see the case.
  expect(await asks('diary.show', { entryId }, worker)).toMatchObject({ caseFile: { ...caseFile, status: null } })
})

test('a transfer order opens a case at the street, with a number of its own; without the right to raise, nothing stays', async () => {
  const entryId = await write()
  const ask = { entryId, caseId: newId(), description: '楼道需装扶手', note: '社区没有资金，请街道协调' }
  const weak = await does('diary.transfer', ask, committeeOf('1.1', ['cases.report', 'cases.read']))
  expect(weak).toMatchObject({ refused: true })
  const none = await db.pool.query('select 1 from cases.case_file where id = $1', [ask.caseId])
  expect(none.rowCount).toBe(0)
  const done = await does('diary.transfer', ask, committee)
  expect(done).toMatchObject({ orderNumber: '370113-ZJ2026-0001' })
  const kept = await db.pool.query('select level from cases.case_file where id = $1', [ask.caseId])
  expect(kept.rows).toEqual([{ level: 'street' }])
  expect(await asks('diary.show', { entryId }, committee)).toMatchObject({
    ...{ outcome: 'transferred', orderNumber: '370113-ZJ2026-0001' },
    order: { number: '370113-ZJ2026-0001', note: ask.note },
  })
  const paper = await asks('diary.print-transfer', { entryId }, committee)
  expect(paper['fileName']).toBe('370113-ZJ2026-0001.pdf')
  expect(
    Buffer.from(paper['bytes'] as Uint8Array)
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  const without = await asks('diary.print-transfer', { entryId: await write() }, committee)
  expect(without).toMatchObject({ code: 'diary/no-transfer' })
  const told = await db.pool.query('select person_id, kind, params from notices.notice where subject_id = $1', [
    entryId,
  ])
  const params = { place: '第1管理区', number: done['number'] }
  expect(told.rows).toEqual([{ person_id: worker.personId, kind: 'diary-transferred', params }])
  const next = await does('diary.transfer', { ...ask, entryId: await write(), caseId: newId() }, committee)
  expect(next).toMatchObject({ orderNumber: '370113-ZJ2026-0002' })
})

test('photos of an entry go into its case, and the case leads back to the entry for whoever may read it', async () => {
  const worker = workerOf('w-photo', '1.1')
  const [entryId, caseId, fileId] = [newId(), newId(), newId()]
  await db.pool.query(
    `insert into files.file (id, uploaded_by, uploaded_at, width, height, bytes, sha256) values ($1, $2, $3, 4, 3, 9, 'x')`,
    [fileId, worker.personId, house.now],
  )
  const written = { entryId, kind: 'complaint', way: 'visit', text: '路灯不亮，拍了照', photos: [fileId] }
  expect(await does('diary.write', written, worker)).toMatchObject({ entryId })
  const opening = { entryId, caseId, description: '路灯不亮', told: '已报路灯所' }
  expect(await does('diary.open-case', opening, committee)).toMatchObject({ caseId })
  const { rows } = await db.pool.query('select photos from cases.case_file where id = $1', [caseId])
  expect(rows[0].photos).toEqual([{ fileId, role: 'before' }])
  const along = await db.pool.query('select subject_kind, subject_id from files.goes_along where file_id = $1', [
    fileId,
  ])
  expect(along.rows).toEqual([{ subject_kind: 'case', subject_id: caseId }])
  expect(await asks('diary.of-case', { caseId }, worker)).toMatchObject({ entry: { entryId } })
  expect(await asks('diary.of-case', { caseId }, workerOf('w-elsewhere', '1.2'))).toEqual({ entry: null })
  expect(await asks('diary.of-case', { caseId: newId() }, worker)).toEqual({ entry: null })
})
