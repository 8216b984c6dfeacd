import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Actor, can, type Grant, nobody } from '#platform/authz/common/grants.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import type * as contract from '../common/contract.ts'
import type * as queries from '../common/contract-queries.ts'
import type { CaseEvent, CaseFile } from '../common/case-file.ts'
import { placedAt } from '../common/decide.ts'
import { applyCaseEvent, beginCase, reduceCase } from '../common/reduce.ts'
import * as verbs from '../testing.ts'
import { CaseSearch } from './case-search-store.ts'
import { CaseReader, CaseWriter } from './case-store.ts'
import type { CasesTables } from './tables.ts'

const { db, appUrl } = await freshDatabase()
const house = await verbs.CasesHouse.open(db)
const { cast } = house
const supervisor = house.as(cast.supervisor)
const read = db.read<CasesTables>()
const now = house.now

let serial = 0
/** Puts a case straight into the store, wherever a test wants it. */
async function keep(more: { gridPath?: string; ownerId?: string; description?: string }, steps: CaseEvent[] = []) {
  const { gridPath = '7', ownerId = 'nobody', description = '测试' } = more
  const place = {
    point: null,
    accuracyMetres: null,
    frame: null,
    address: null,
    gridNames: [],
    noGrid: false,
    gridPath,
  }
  const event = {
    type: 'case.reported' as const,
    at: now,
    by: ownerId,
    postId: null,
    caseId: newId(),
    number: `kept-${++serial}`,
    source: 'resident' as const,
    title: null,
    description,
    place,
    photos: [],
    madeAt: null,
    clockOffSeconds: null,
  }
  await db.unitOfWork<CasesTables, void>(async (tx, hold) => {
    const cases = new CaseWriter(tx, cast.supervisor)
    let caseFile: CaseFile = beginCase(event)
    for (const write of cases.begin(caseFile, event)) hold(write)
    for (const step of steps) {
      const before = caseFile
      caseFile = applyCaseEvent(before, step)
      for (const write of cases.append(before, caseFile, step)) hold(write)
    }
  })
  return event.caseId
}

test('the row is always what its history says', async () => {
  const by = { at: now, by: 'x', postId: 'p' }
  const photos = fc.array(fc.uuid(), { maxLength: 2 })
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter(t => !t.includes('\u0000'))
  const step: fc.Arbitrary<CaseEvent> = fc.oneof(
    fc.constant({ type: 'case.accepted' as const, ...by }),
    text.map(reason => ({ type: 'case.refused' as const, ...by, reason })),
    fc.constant({ type: 'case.joined' as const, ...by, into: newId(), intoNumber: 'n' }),
    fc.constantFrom('component' as const, 'event' as const).map(classKind => ({
      type: 'case.filed' as const,
      className: { 'zh-CN': '类', en: 'class' },
      ...by,
      classKind,
      classCode: classKind === 'event' ? '06010' : '01001',
      title: null,
    })),
    fc.constantFrom('u1', 'u2').map(unitId => ({ type: 'case.dispatched' as const, ...by, unitId, note: null })),
    text.map(reason => ({ type: 'case.returned' as const, ...by, reason })),
    photos.map(ids => ({ type: 'case.handled' as const, ...by, note: 'x', photos: ids, verifierPostId: 'p' })),
    fc
      .tuple(fc.boolean(), photos)
      .map(([passed, ids]) => ({ type: 'case.verified' as const, ...by, passed, note: null, photos: ids })),
    fc.constant({ type: 'case.closed' as const, ...by, note: null }),
    text.map(reason => ({ type: 'case.reworked' as const, ...by, reason })),
    fc
      .integer({ min: 1, max: 5 })
      .map(stars => ({ type: 'case.rated' as const, ...by, stars, solved: stars > 2, comment: null })),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async steps => {
      const id = await keep({}, steps)
      const reader = new CaseReader(read, cast.supervisor)
      expect(await reader.find(id)).toEqual(reduceCase(await reader.history(id)))
    }),
    { numRuns: 60 },
  )
})

test('the list and the single check agree about every case and every near miss of a path', async () => {
  const paths = ['8', '80', '8.1', '8.10', '80.1', '8.1.2', '8.1.2.3.4.5', '81']
  const sent = (unitId: string): CaseEvent => ({
    type: 'case.dispatched',
    at: now,
    by: 'd',
    postId: 'p',
    unitId,
    note: null,
  })
  const asked = (verifierPostId: string): CaseEvent => ({
    type: 'case.handled',
    at: now,
    by: 'h',
    postId: 'p',
    note: 'x',
    photos: [],
    verifierPostId,
  })
  const ids: string[] = []
  for (const [i, gridPath] of paths.entries()) {
    ids.push(
      await keep({ gridPath, ownerId: `o${i % 3}` }, [sent(`u${i % 2}`), ...(i % 3 === 0 ? [asked(`p${i % 2}`)] : [])]),
    )
  }
  const files = (await Promise.all(ids.map(id => new CaseReader(read, cast.supervisor).find(id)))).map(file => file!)
  const within: fc.Arbitrary<Grant['within']> = fc.oneof(
    fc.constantFrom(...paths, '8.2', '9', '8.1.2.3').map(path => ({ kind: 'subtree' as const, path })),
    fc.constantFrom(...(['everywhere', 'above-grids', 'own-unit', 'own-post', 'own'] as const)).map(kind => ({ kind })),
  )
  const grant = fc.record({ permission: fc.constantFrom('cases.read', 'cases.close'), within })
  const actors: fc.Arbitrary<Actor> = fc.record({
    personId: fc.constantFrom('o0', 'o1', 'x'),
    postId: fc.constantFrom('p0', 'p1', null),
    unitId: fc.constantFrom('u0', 'u1', null),
    grants: fc.array(grant, { maxLength: 3 }),
  })
  const byId = (a: string, b: string) => (a < b ? -1 : 1)
  const statuses = fc.subarray(['reported', 'dispatched', 'handled'] as const)
  await fc.assert(
    fc.asyncProperty(actors, statuses, async (actor, status) => {
      const { rows } = await new CaseSearch(read, actor).list({ sort: 'newest', limit: 100, from: now, status })
      const listed = rows.map(row => row.id).filter(id => ids.includes(id))
      expect(listed).toEqual([...listed].sort(byId).reverse())
      const wanted = files.filter(file => status.length === 0 || status.some(one => one === file.status))
      const allowed = wanted.filter(file => can(actor, 'cases.read', placedAt(file))).map(file => file.id)
      expect(listed.sort(byId)).toEqual(allowed.sort(byId))
    }),
    { numRuns: 200 },
  )
})

test('every way of reading gives nothing to somebody without grants', async () => {
  const id = await keep({})
  const none = { ...cast.supervisor, grants: [] }
  const reader = new CaseReader(read, none)
  expect([await reader.find(id), await reader.history(id)]).toEqual([undefined, []])
  const search = new CaseSearch(read, none)
  const box = [-180, -90, 180, 90] as const
  expect((await search.list({ sort: 'newest', limit: 10 })).rows).toEqual([])
  expect((await search.countByStatus(undefined)).byStatus.reported).toBe(0)
  expect(await search.near({ lon: 0, lat: 0 }, { box, since: now, limit: 5 })).toEqual([])
  expect([await search.inBox(box, {}, 5), await search.isCrowded(box, {}, 0)]).toEqual([[], false])
  expect(await search.clusters(box, {}, 1)).toEqual([])
  expect(await search.joinedInto(id)).toEqual([])
})

test('words of two Chinese characters are found, in any of the texts; names of reporters are not', async () => {
  const bin = await verbs.reportCase(house.as(nobody), {
    description: '小区北门垃圾桶满溢，苍蝇很多',
    address: '文化路12号',
    place: house.placeIn('1.4'),
    reporter: { name: '欧阳锋', phone: '13900001111' },
  })
  const lamp = await house.caseThatIs('accepted', { description: 'SOS报警点不亮', place: house.placeIn('1.1') })
  await verbs.fileCase(house.as(cast.chief), lamp.caseId, { classKind: 'component', classCode: '01037' })
  const find = async (text: string) =>
    (await verbs.listCases(supervisor, { text, gridPath: '1' })).map(row => row.caseId)
  for (const text of ['垃圾', '满溢', '文化路', '12', '第4管理', '垃圾 苍蝇', '蝇']) {
    expect(await find(text), text).toEqual([bin.caseId])
  }
  for (const text of ['sos', '路灯', '异常', 'lamp', '01037', '路灯异常 报警']) {
    expect(await find(text), text).toEqual([lamp.caseId])
  }
  expect(await find(bin.number)).toEqual([bin.caseId])
  for (const text of ['欧阳', '13900001111', '圾垃', "';--", '()&|!']) expect(await find(text), text).toEqual([])
})

test('words are found at the top of a list and far below it, page by page, each once', async () => {
  // With one line to a page ten matters are looked through; the two that are asked for lie before and behind them.
  const told = ['窨井盖翘起', ...Array.from({ length: 12 }, () => '绿地缺株'), '窨井盖翘起']
  const made: string[] = []
  for (const description of told) {
    house.later(1)
    made.push((await verbs.reportCase(house.as(cast.worker), { description, place: house.placeIn('1.1') })).caseId)
  }
  const [oldest, newest] = [made.at(0), made.at(-1)]
  const page = async (asked: object) => {
    const found = await supervisor.query<typeof queries.listCases>('cases.list', { gridPath: '1.1', ...asked })
    if ('code' in found) throw new Error(found.code)
    return found
  }
  const ids = ({ rows }: { rows: readonly { caseId: string }[] }) => rows.map(row => row.caseId)
  const first = await page({ text: '翘起', limit: 1 })
  expect(ids(first)).toEqual([newest])
  expect(ids(await page({ text: '翘起', limit: 1, cursor: first.next }))).toEqual([oldest])
  expect(ids(await page({ text: '翘起', limit: 1, sort: 'oldest' }))).toEqual([oldest])
  expect(ids(await page({ text: '翘起', limit: 50 }))).toEqual([newest, oldest])
  expect(ids(await page({ text: '缺株', limit: 50 }))).toEqual(made.slice(1, -1).reverse())
  expect(ids(await page({ text: ' ', limit: 2 }))).toEqual([newest, made.at(-2)])
})

test('filters narrow, and pages go through everything once, both ways, however the list changes meanwhile', async () => {
  const made: string[] = []
  for (let i = 0; i < 7; i++) {
    if (i % 3 === 0) house.later(1)
    made.push((await verbs.reportCase(house.as(cast.worker), { source: 'worker', place: house.placeIn('1.3') })).caseId)
  }
  const walk = async (sort: 'newest' | 'oldest') => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const input = { gridPath: '1.3', limit: 3, sort, ...(cursor ? { cursor } : {}) }
      const page = await supervisor.query<typeof queries.listCases>('cases.list', input)
      if ('code' in page) throw new Error(page.code)
      seen.push(...page.rows.map(row => row.caseId))
      cursor = page.next ?? undefined
    } while (cursor)
    return seen
  }
  const newest = await walk('newest')
  expect([...newest].sort()).toEqual([...made].sort())
  expect(await walk('oldest')).toEqual([...newest].reverse())
  const list = (filters: object) => verbs.listCases(supervisor, { gridPath: '1.3', ...filters })
  expect(await list({ source: ['resident'] })).toEqual([])
  expect(await list({ status: ['reported'], source: ['worker'] })).toHaveLength(7)
  expect(await list({ status: ['closed'] })).toEqual([])
  expect(await list({ from: house.now })).not.toHaveLength(7)
  expect(await list({ unitId: verbs.roadsUnit })).toEqual([])
  expect(await list({ mine: true })).toEqual([])
  expect(await list({ cursor: '["x","y"]' })).toHaveLength(7)
  expect(await list({ cursor: '["2026-99-99T00:00:00.000Z","0"]' })).toHaveLength(7)
})

test('my tasks are what I may move on: the same in the list, in the row and in the count', async () => {
  const { caseId } = await house.caseThatIs('dispatched', { place: house.placeIn('1.2') })
  const handler = house.as(cast.handler)
  const mine = await verbs.listCases(handler, { waitsForMe: true })
  expect(mine.map(row => row.caseId)).toContain(caseId)
  expect(mine.every(row => row.waitsForMe && row.task === 'handle')).toBe(true)
  const counts = await handler.query<typeof queries.countCases>('cases.counts', {})
  expect(counts).toMatchObject({ waitsForMe: mine.length })
  expect(await verbs.listCases(supervisor, { waitsForMe: true })).toEqual([])
})

test('cases near by come with the reason why they may be the same matter', async () => {
  const place = (step: number) => house.placeIn('1.4', step)
  const here = await house.caseThatIs('filed', { place: place(100) })
  const wide = await house.caseThatIs('filed', { place: place(115) })
  const far = await house.caseThatIs('reported', { place: place(200) })
  const refused = await house.caseThatIs('reported', { place: place(100) })
  await verbs.refuseCase(house.as(cast.acceptor), refused.caseId)
  house.later(25 * 60)
  const mine = await house.caseThatIs('accepted', { place: place(101) })
  const ask = async (more: object = {}) => {
    const answer = await supervisor.query<typeof queries.nearbyCases>('cases.nearby', { ...place(101), ...more })
    if ('code' in answer) throw new Error(answer.code)
    return answer.cases.map(other => [other.caseId, other.reason])
  }
  expect(await ask({ caseId: mine.caseId })).toEqual([
    [here.caseId, 'near-and-open'],
    [wide.caseId, 'around'],
  ])
  expect(await ask({ classKind: 'event', classCode: '06010' })).toEqual([
    [mine.caseId, 'near-and-recent'],
    [here.caseId, 'same-class-open'],
    [wide.caseId, 'same-class-open'],
  ])
  expect((await ask()).map(([id]) => id)).not.toContain(far.caseId)
})

test('the map shows points, and clusters whose counts add up', async () => {
  const box = [116.8, 36.5, 116.88, 36.58] as const
  const answer = await supervisor.query<typeof queries.casePoints>('cases.points', { bbox: [...box] })
  if ('code' in answer) throw new Error(answer.code)
  expect(answer.points.length).toBeGreaterThan(10)
  const clusters = await new CaseSearch(read, cast.supervisor).clusters(box, {}, 0.01)
  expect(clusters.reduce((sum, { count }) => sum + count, 0)).toBe(answer.total)
  expect(clusters.every(({ open, count }) => open <= count)).toBe(true)
  const elsewhere = await supervisor.query<typeof queries.casePoints>('cases.points', { bbox: [0, 0, 1, 1] })
  expect(elsewhere).toEqual({ points: [], clusters: [], total: 0 })
})

test('what one reported is listed for oneself, whatever one may otherwise see', async () => {
  const lin = house.as({ ...cast.resident, personId: 'lin', grants: [] })
  const { caseId } = await verbs.reportCase(lin)
  const mine = await lin.query<typeof queries.myReports>('cases.my-reports', {})
  expect(mine).toMatchObject({ rows: [{ caseId, next: { step: 'accepted', role: 'acceptor' }, mayRate: false }] })
  const other = house.as({ ...cast.resident, personId: 'wang' })
  expect(await other.query<typeof queries.followOwnCase>('cases.follow-own', { caseId })).toMatchObject({
    code: 'cases/not-found',
  })
})

test('saved views are one’s own: kept, changed, limited, removed', async () => {
  const save = (as: verbs.Somebody, viewId: string, name: string) =>
    as.command<typeof contract.saveView>('cases.save-view', { viewId, name, filters: { status: ['filed'] } })
  const viewId = newId()
  expect(await save(supervisor, viewId, '待派遣')).toEqual({ viewId })
  expect(await save(supervisor, viewId, '今天待派遣')).toEqual({ viewId })
  expect(await save(supervisor, newId(), '今天待派遣')).toMatchObject({ code: 'cases/view-name-taken' })
  expect(await save(house.as(cast.chief), viewId, '抢走')).toMatchObject({ code: 'cases/no-such-view' })
  expect(await supervisor.query<typeof queries.listViews>('cases.list-views', {})).toEqual({
    views: [{ viewId, name: '今天待派遣', filters: { status: ['filed'] } }],
  })
  await Promise.all(Array.from({ length: 35 }, (_, i) => save(supervisor, newId(), `视图${i}`)))
  expect(await save(supervisor, newId(), '再来一个')).toMatchObject({ code: 'cases/too-many-views' })
  const remove = (as: verbs.Somebody) => as.command<typeof contract.deleteView>('cases.delete-view', { viewId })
  expect(await remove(house.as(cast.chief))).toMatchObject({ code: 'cases/no-such-view' })
  expect(await remove(supervisor)).toEqual({ viewId })
})

test('the application can neither change nor remove what happened', async () => {
  const id = await keep({})
  expect(appUrl).not.toBe('')
  for (const statement of [
    `update cases.case_event set body = '{}' where case_id = '${id}'`,
    `delete from cases.case_event where case_id = '${id}'`,
    'truncate cases.case_event',
    `update cases.reporter_look set reason = ''`,
    'delete from cases.reporter_look',
    `delete from cases.case_file where id = '${id}'`,
    `update cases.receipt set code_hash = ''`,
  ]) {
    await expect(db.pool.query(statement), statement).rejects.toThrow('permission denied')
  }
})
