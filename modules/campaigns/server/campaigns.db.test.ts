import { expect, test } from 'vitest'
import { noteOnCase, openCase, plainClocks, readKnownCases } from '#modules/cases/server/index.ts'
import { CasesHouse, cleaningUnit, roadsUnit } from '#modules/cases/testing.ts'
import { createSecretBox } from '#platform/crypto/server/index.ts'
import type { Actor, Grant } from '#platform/authz/common/grants.ts'
import { runCommand, runQuery } from '#platform/commands/server/run-command.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { readSheet } from '#platform/sheets/common/sheet.ts'
import {
  chinaOffsetMinutes,
  compileCalendar,
  type LightPercents,
  type Timer,
  usualLightPercents,
  usualWeek,
} from '#platform/worktime/common/index.ts'
import { freshDatabase } from '#testkit/database.ts'
import { usualProcedure } from '#modules/cases/server/index.ts'
import { mayReadPoint } from '../common/actions.ts'
import { reduceCampaign } from '../common/campaign.ts'
import { reducePoint } from '../common/point.ts'
import { reduceTask } from '../common/programme.ts'
import { campaignsModule } from '../module.ts'

const { db } = await freshDatabase()
const house = await CasesHouse.open(db)
const plan = { key: 'default', name: '', offsetMinutes: chinaOffsetMinutes, week: usualWeek, days: [], years: [2026] }
const calendar = compileCalendar({ ...plan, version: 1 } as never)
const kept = new Map<string, readonly Timer[]>()
let lights: LightPercents = usualLightPercents
const [ownerPost, otherPost] = [newId(), newId()]
const unitNames = new Map([
  [cleaningUnit, '环卫所'],
  [roadsUnit, '市政所'],
])
const opening = {
  ...{ procedure: () => usualProcedure, clocks: plainClocks, grids: house.locator, followKey: Buffer.alloc(32, 9) },
  secrets: createSecretBox({ current: 'test', keys: { test: Buffer.alloc(32, 7) } }),
}
const module = campaignsModule({
  db,
  cases: {
    open: (work, { caseId, title, description, place }) =>
      openCase(opening, work, { caseId, title, description, place, source: 'campaign' }),
    note: (work, caseId, text, ref) => noteOnCase(opening, work, caseId, { kind: 'campaign', text, ref }),
    numberOf: async (read, actor, caseId) => (await readKnownCases(read, actor, [caseId]))[0]?.number,
  },
  places: {
    read: house.locator.read,
    names: path => (house.grids.find(path) ? house.grids.names(path) : []),
    topName: () => '示范街道',
  },
  staff: {
    people: async (_, ids) => new Map(ids.map(id => [id, id])),
    owner: async (_, postId) =>
      [ownerPost, otherPost].includes(postId) ? { title: '牵头岗', personId: 'owner' } : undefined,
    choices: async () => ({ owners: [], units: [], posts: [] }),
    unit: async (_, id) => (unitNames.has(id) ? { name: unitNames.get(id)!, people: [`of-${id}`] } : undefined),
    post: async () => undefined,
  },
  passes: { issue: fileId => `pass-for-${fileId}` },
  lights: () => lights,
  clocks: {
    calendarAt: () => calendar,
    keep: async (_, { id }, __, timers) => kept.set(id, timers),
  },
})

const grants = (within: Grant['within'], ...words: readonly string[]): Grant[] =>
  words.map(word => ({ permission: `campaigns.${word}`, within }))
const everywhere = { kind: 'everywhere' } as const
const subtree = (path: string) => ({ kind: 'subtree', path }) as const
const setter = house.actor('setter', grants(everywhere, 'know', 'set-up', 'read'))
const owner = house.actor('owner', [...grants(everywhere, 'know'), ...grants({ kind: 'own-post' }, 'manage')], {
  postId: ownerPost,
})
const worker = (path: string) =>
  house.actor(`worker-${path}`, [...grants(everywhere, 'know'), ...grants(subtree(path), 'survey', 'read')])
const unit = (unitId: string): Actor =>
  house.actor(`of-${unitId}`, [...grants(everywhere, 'know'), ...grants({ kind: 'own-unit' }, 'handle', 'read')], {
    unitId,
  })
const [cleaners, roads] = [unit(cleaningUnit), unit(roadsUnit)]

async function does(name: string, input: object, actor: Actor): Promise<Record<string, unknown>> {
  const command = module.commands.find(({ endpoint }) => endpoint.name === `campaigns.${name}`)!
  const asked = { actor, now: house.now, requestId: newId(), input: command.endpoint.input.parse(input) as object }
  return (await runCommand(db, async () => {}, command, asked as never)) as Record<string, unknown>
}
async function asks<T = Record<string, never>>(name: string, input: object, actor: Actor): Promise<T> {
  const query = module.queries.find(({ endpoint }) => endpoint.name === `campaigns.${name}`)!
  const asked = { actor, everyPost: [actor], now: house.now, input: query.endpoint.input.parse(input) as object }
  return (await runQuery(db, query, asked as never)) as T
}
async function photo(by: Actor): Promise<string> {
  const id = newId()
  await db.pool.query(
    `insert into files.file (id, uploaded_by, uploaded_at, width, height, bytes, sha256)
     values ($1, $2, $3, 10, 10, 100, 'x')`,
    [id, by.personId, house.now],
  )
  return id
}
const tasks = async (id: string) =>
  (await db.pool.query('select task from inbox.item where subject_id = $1 order by task', [id])).rows.map(
    row => row.task,
  )

const planOf = (more: object = {}) => ({
  ...{ title: '背街小巷清脏', purpose: '清死角、补绿化', areas: ['1.1', '1.2'], ownerPostId: ownerPost },
  ...{ from: '2026-09-01', until: '2026-12-31', budgetFen: 5_000_000, ...more },
})
async function campaign(more: object = {}): Promise<string> {
  const campaignId = newId()
  expect(await does('set-up', { campaignId, ...planOf(more) }, setter)).toMatchObject({ campaignId })
  return campaignId
}
const clearing = (amount: number) => [{ kind: 'clearing', measure: 'm3', amount }]
async function point(campaignId: string, path = '1.1', more: object = {}): Promise<string> {
  const pointId = newId()
  const found = { work: 'clearing', note: '院墙后堆着旧家具', estimate: clearing(4), estimateFen: 80_000 }
  const by = worker(path)
  const survey = { pointId, campaignId, ...found, place: house.placeIn(path), photos: [await photo(by)], ...more }
  expect(await does('survey-point', survey, by)).toMatchObject({ pointId, gridPath: path })
  return pointId
}
const order = (campaignId: string, pointIds: readonly string[], more: object = {}) => ({
  ...{ orderId: newId(), campaignId, pointIds, unitId: cleaningUnit, demand: '清净见底' },
  ...{ limit: { clock: 'work-hour', amount: 4 }, ...more },
})
const step = (pointId: string, name: string, actor: Actor, reason = '') =>
  does('step-point', { pointId, step: name, reason }, actor)
const shown = (pointId: string, actor: Actor) => asks<Shown>('show-point', { pointId }, actor)
interface Shown {
  readonly state: string
  readonly standing: string
  readonly allowed: readonly string[]
  readonly photos: readonly { readonly role: string }[]
  readonly history: readonly { readonly step: string; readonly text: string }[]
}
interface Figures {
  readonly figures: {
    readonly points: number
    readonly plannedFen: number
    readonly spentFen: number
    readonly done: object[]
  }
  readonly byGrid: readonly { readonly key: string; readonly points: number }[]
}

test('surveyed, fixed, ordered, done and ticked off: inbox, photos, money and quantities follow', async () => {
  const campaignId = await campaign()
  const pointId = await point(campaignId)
  expect(await tasks(campaignId)).toEqual(['fix-list'])
  expect(await does('fix-list', { campaignId, pointIds: [pointId] }, owner)).toEqual({ campaignId, listed: 1 })
  expect(await tasks(campaignId)).toEqual(['issue-orders'])

  const later = await point(campaignId, '1.2')
  const fixing = { campaignId, pointIds: [later] }
  expect(await does('fix-list', fixing, owner)).toMatchObject({ code: 'campaigns/reason-missing' })
  expect(await does('fix-list', { ...fixing, reason: '漏报' }, owner)).toMatchObject({ listed: 2 })
  const correcting = { pointId, work: 'clearing', note: '旧家具', estimate: clearing(5), estimateFen: 90_000 }
  expect(await does('amend-point', correcting, owner)).toMatchObject({ code: 'campaigns/reason-missing' })
  expect(await does('amend-point', { ...correcting, reason: '复量' }, owner)).toMatchObject({ state: 'listed' })
  expect(await does('amend-point', correcting, worker('1.1'))).toMatchObject({ code: 'campaigns/other-state' })

  const both = order(campaignId, [pointId, later], { postId: newId() })
  expect(await does('issue-order', both, owner)).toMatchObject({ code: 'campaigns/unit-and-post' })
  const nobody = order(campaignId, [pointId], { unitId: newId() })
  expect(await does('issue-order', nobody, owner)).toMatchObject({ code: 'campaigns/no-such-holder' })
  expect(await does('issue-order', order(campaignId, [pointId, later]), owner)).toMatchObject({
    number: '整改〔2026〕1号',
  })
  expect(await tasks(campaignId)).toEqual([])
  expect([await tasks(pointId), kept.get(pointId)]).toMatchObject([['rectify'], [{ name: 'rectify' }]])

  const done = { pointId, lines: clearing(6), costFen: 95_000 }
  expect(await does('report-point', done, cleaners)).toMatchObject({ code: 'campaigns/photo-missing' })
  const fine = { ...done, photos: [await photo(cleaners)] }
  expect(await does('report-point', fine, roads)).toMatchObject({ code: 'campaigns/no-such-point' })
  const unfit = { ...fine, lines: [{ kind: 'clearing', measure: 'm2', amount: 6 }] }
  expect(await does('report-point', unfit, cleaners)).toMatchObject({ code: 'campaigns/measure-unfit' })
  expect(await does('report-point', fine, cleaners)).toMatchObject({ state: 'reported' })
  expect(await tasks(pointId)).toEqual(['check-point'])
  const money = async () => (await asks<Figures>('show', { campaignId }, owner)).figures
  expect(await money()).toMatchObject({ plannedFen: 170_000, spentFen: 0, done: [] })
  expect(await step(pointId, 'return', owner)).toMatchObject({ code: 'campaigns/reason-missing' })
  expect(await step(pointId, 'return', owner, '墙根还有')).toMatchObject({ state: 'ordered' })
  expect(await does('report-point', { ...done, photos: [await photo(cleaners)] }, cleaners)).toMatchObject({
    state: 'reported',
  })
  expect(await step(pointId, 'tick-off', owner)).toMatchObject({ state: 'ticked-off' })
  expect(await tasks(pointId)).toEqual([])
  expect(await money()).toMatchObject({ spentFen: 95_000, done: clearing(6) })
  const page = await shown(pointId, worker('1.1'))
  expect(page.photos.map(({ role }) => role)).toEqual(['before', 'after', 'after'])
  expect(page.history.map(entry => entry.step)).toEqual([
    ...['surveyed', 'listed', 'amended', 'ordered', 'reported', 'returned', 'reported', 'ticked-off'],
  ])
  expect(await step(pointId, 'tick-off', owner)).toMatchObject({ code: 'campaigns/other-state' })

  expect(await does('close', { campaignId }, owner)).toMatchObject({ code: 'campaigns/points-unfinished' })
  expect(await step(later, 'withdraw', owner, '派错单位')).toMatchObject({ state: 'listed' })
  expect([await tasks(later), kept.get(later)]).toEqual([[], []])
  expect(await step(later, 'drop', owner, '与一号重复')).toMatchObject({ state: 'dropped' })
  expect(await does('close', { campaignId }, owner)).toEqual({ campaignId })
  expect(await does('link-case', { pointId, caseId: newId() }, owner)).toMatchObject({
    code: 'campaigns/campaign-closed',
  })
  const told = await db.pool.query('select person_id, kind from notices.notice where subject_id = any($1)', [
    [pointId, campaignId],
  ])
  expect(told.rows.map(({ person_id, kind }) => `${kind} ${person_id}`).toSorted()).toEqual([
    ...['campaign-yours owner', 'point-reported owner', 'point-reported owner'],
    ...[
      `point-returned of-${cleaningUnit}`,
      `point-ticked-off of-${cleaningUnit}`,
      `points-ordered of-${cleaningUnit}`,
    ],
  ])
})

test('work waits for whoever it was ordered to, the look at it for the owner alone', async () => {
  const campaignId = await campaign()
  const pointId = await point(campaignId)
  const waits = async (id: string) =>
    (
      await db.pool.query(
        'select task, permission, unit_id, post_id, grid_path, due_at is not null as due from inbox.item where subject_id = $1',
        [id],
      )
    ).rows
  const owners = { permission: 'campaigns.manage', unit_id: null, post_id: ownerPost, grid_path: null, due: false }
  expect(await waits(campaignId)).toEqual([{ task: 'fix-list', ...owners }])
  await does('fix-list', { campaignId, pointIds: [pointId] }, owner)
  await does('issue-order', order(campaignId, [pointId]), owner)
  const units = { permission: 'campaigns.handle', unit_id: cleaningUnit, post_id: null, grid_path: null, due: true }
  expect(await waits(pointId)).toEqual([{ task: 'rectify', ...units }])
  await does('report-point', { pointId, photos: [await photo(cleaners)] }, cleaners)
  expect(await waits(pointId)).toEqual([{ task: 'check-point', ...owners }])
  const next = { campaignId, ...planOf({ ownerPostId: otherPost }), reason: '牵头岗位调整' }
  expect(await does('change', next, setter)).toEqual({ campaignId })
  expect(await waits(pointId)).toEqual([{ task: 'check-point', ...owners, post_id: otherPost }])
})

test('a limit that begins keeps the shares of yellow and orange that the place has set, and nothing of what is usual', async () => {
  const campaignId = await campaign()
  const [usual, own] = [await point(campaignId), await point(campaignId)]
  await does('fix-list', { campaignId, pointIds: [usual, own] }, owner)
  await does('issue-order', order(campaignId, [usual]), owner)
  lights = { yellowPercent: 50, orangePercent: 80 }
  await does('issue-order', order(campaignId, [own]), owner)
  lights = usualLightPercents
  expect(kept.get(usual)?.[0]).not.toHaveProperty('lights')
  expect(kept.get(own)).toMatchObject([{ lights: { yellow: 0.5, orange: 0.8 } }])
})

test('two who fix the list at the same moment give no number twice', async () => {
  const campaignId = await campaign()
  const pointIds = await Promise.all(Array.from({ length: 6 }, () => point(campaignId)))
  const halves = [pointIds.slice(0, 3), pointIds.slice(3)]
  await Promise.all(halves.map(some => does('fix-list', { campaignId, pointIds: some, reason: '分两批' }, owner)))
  const { rows } = await asks<{ rows: { listNumber: number }[] }>('points', { campaignId, state: 'listed' }, owner)
  expect(rows.map(row => row.listNumber)).toEqual([1, 2, 3, 4, 5, 6])
})

test('what is late says why, and stands on the accountability list until and after it is done', async () => {
  const campaignId = await campaign({ title: '迟到的' })
  const pointIds = [await point(campaignId), await point(campaignId, '1.2')]
  await does('fix-list', { campaignId, pointIds }, owner)
  await does('issue-order', order(campaignId, pointIds), owner)
  house.later(60 * 24)
  const done = { pointId: pointIds[0], lines: clearing(4), photos: [await photo(cleaners)] }
  expect(await does('report-point', done, cleaners)).toMatchObject({ code: 'campaigns/late-reason-missing' })
  expect(await step(pointIds[1]!, 'explain', cleaners, '挖机未到')).toMatchObject({ state: 'ordered' })
  expect(await does('report-point', { ...done, lateReason: '道路封闭' }, cleaners)).toMatchObject({ state: 'reported' })
  const { rows } = await asks<{ rows: readonly Late[] }>('accountability', { campaignId }, owner)
  // Ordered at 10:00 with four working hours, so due at 15:30; the next day at 10:00 is two and one hour later.
  const told = rows.map(row => [row.standing, row.lateBy, ...row.lateReasons, row.order.holderName].join(' '))
  expect(told.toSorted()).toEqual(['late 180 道路封闭 环卫所', 'overdue 180 挖机未到 环卫所'])
  expect((await asks<{ rows: unknown[] }>('points', { campaignId, standing: 'overdue' }, owner)).rows).toHaveLength(1)
  expect((await asks<{ rows: unknown[] }>('accountability', { campaignId }, roads)).rows).toEqual([])
})
interface Late {
  readonly standing: string
  readonly lateBy: number
  readonly lateReasons: readonly string[]
  readonly order: { readonly holderName: string }
}

test('the list is a sheet, the order and the accountability list are papers, for those who may see them', async () => {
  const campaignId = await campaign({ title: '纸面' })
  const pointId = await point(campaignId)
  await does('fix-list', { campaignId, pointIds: [pointId] }, owner)
  const ordering = order(campaignId, [pointId])
  await does('issue-order', ordering, owner)
  house.later(60 * 48)
  const sheet = await asks<{ fileName: string; bytes: Uint8Array }>('export-list', { campaignId }, owner)
  const lines = await readSheet(sheet.bytes)
  expect(sheet.fileName).toMatch(/^专项〔2026〕\d+号 清单\.xlsx$/u)
  const [mark, ...below] = typeof lines === 'string' ? [] : lines
  expect(mark?.cells[0]).toMatch(/^导出人：\S+　时间：.*用后删除$/u)
  expect(below.map(line => line.cells.slice(7, 12))).toEqual([
    ['估算经费（元）', '整改通知单', '整改单位', '期限', '期限情况'],
    ['800.00', expect.stringContaining('整改〔2026〕'), '环卫所', expect.any(String), '已超期'],
  ])
  const { orderId } = ordering
  for (const [name, input] of [
    ['print-order', { orderId }] as const,
    ['print-accountability', { campaignId }] as const,
  ]) {
    const paper = await asks<{ bytes: Uint8Array }>(name, input, owner)
    expect(Buffer.from(paper.bytes).subarray(0, 5).toString()).toBe('%PDF-')
  }
  expect(await asks('print-order', { orderId }, cleaners)).toMatchObject({ fileName: expect.stringContaining('整改') })
  expect(await asks('print-order', { orderId }, roads)).toMatchObject({ code: 'campaigns/no-such-order' })
})

test('each sees what lies or was ordered where they may, the owner all; the list and the rule agree', async () => {
  const campaignId = await campaign({ title: '谁看得见' })
  const [here, there] = [await point(campaignId), await point(campaignId, '1.2')]
  await does('fix-list', { campaignId, pointIds: [here, there] }, owner)
  await does('issue-order', order(campaignId, [here!]), owner)
  const everyone = [owner, setter, cleaners, roads, worker('1.1'), worker('1.2'), worker('1.4')]
  const bodies = (await db.pool.query('select body from campaigns.point where parent_id = $1', [campaignId])).rows
  for (const actor of everyone) {
    const { rows } = await asks<{ rows: { pointId: string }[] }>('points', { campaignId }, actor)
    const allowed = bodies.filter(({ body }) => mayReadPoint(actor, { ownerPostId: ownerPost }, body))
    expect(rows.map(row => row.pointId).toSorted()).toEqual(allowed.map(({ body }) => String(body.id)).toSorted())
    for (const { body } of bodies) {
      const seen = (await shown(body.id, actor)) as unknown as { code?: string }
      expect(seen.code === undefined).toBe(mayReadPoint(actor, { ownerPostId: ownerPost }, body))
    }
  }
  const counts = await Promise.all(
    everyone.map(async actor => (await asks<Figures>('show', { campaignId }, actor)).figures.points),
  )
  expect(counts).toEqual([2, 2, 1, 0, 1, 1, 0])
  expect((await asks<Figures>('show', { campaignId }, owner)).byGrid.map(({ key, points }) => [key, points])).toEqual([
    ['1.1', 1],
    ['1.2', 1],
  ])
  const stranger = house.actor('stranger', [])
  expect(await asks('show', { campaignId }, stranger)).toMatchObject({ code: 'commands/not-allowed' })
  const elsewhere = house.actor('elsewhere', grants(subtree('9'), 'know'))
  expect(await asks('show', { campaignId }, elsewhere)).toMatchObject({ code: 'campaigns/no-such-campaign' })
})

test('points lie in the area, campaigns where one sets up, with an owner who leads, ending after they begin', async () => {
  const campaignId = await campaign()
  const survey = { pointId: newId(), campaignId, work: 'clearing', note: '堆物', place: house.placeIn('1.3') }
  expect(await does('survey-point', survey, worker('1.3'))).toMatchObject({ code: 'campaigns/outside-area' })
  const inside = { ...survey, place: house.placeIn('1.1') }
  expect(await does('survey-point', inside, worker('1.3'))).toMatchObject({ code: 'campaigns/not-allowed' })
  expect(await does('survey-point', inside, owner)).toMatchObject({ gridPath: '1.1' })
  expect(await does('survey-point', inside, owner)).toMatchObject({ code: 'campaigns/id-taken' })
  const fixing = { campaignId, pointIds: [survey.pointId] }
  const otherOwner = { ...owner, postId: otherPost }
  expect(await does('fix-list', fixing, otherOwner)).toMatchObject({ code: 'campaigns/no-such-campaign' })
  const local = house.actor('local', [...grants(everywhere, 'know'), ...grants(subtree('1.1'), 'set-up')])
  const set = (more: object, by: Actor) => does('set-up', { campaignId: newId(), ...planOf(more) }, by)
  expect(await set({}, local)).toMatchObject({ code: 'campaigns/not-allowed' })
  expect(await set({ areas: ['1.1'] }, local)).toMatchObject({ number: expect.stringContaining('专项〔2026〕') })
  expect(await set({ areas: ['1.9'] }, setter)).toMatchObject({ code: 'campaigns/no-such-grid' })
  expect(await set({ ownerPostId: newId() }, setter)).toMatchObject({ code: 'campaigns/no-such-post' })
  expect(await set({ until: '2026-08-31' }, setter)).toMatchObject({ code: 'campaigns/period-turned' })
  const moved = { campaignId, ...planOf({ areas: ['1.1'] }), reason: '范围缩小' }
  expect(await does('change', moved, local)).toMatchObject({ code: 'campaigns/not-allowed' })
  expect(await does('change', moved, setter)).toEqual({ campaignId })
})

test('everybody sees what was ticked off and marked as public: no words, no address, no door', async () => {
  const campaignId = await campaign()
  const pointIds = [await point(campaignId, '1.1', { address: '和平里5号' }), await point(campaignId)]
  await does('fix-list', { campaignId, pointIds }, owner)
  await does('issue-order', order(campaignId, pointIds), owner)
  for (const pointId of pointIds) {
    await does('report-point', { pointId, lines: clearing(4), photos: [await photo(cleaners)] }, cleaners)
  }
  const nobody = house.actor('nobody', [], { postId: null })
  const ticking = { pointId: pointIds[0], step: 'tick-off', isPublic: true }
  expect(await asks('results', {}, nobody)).toEqual({ rows: [] })
  await does('step-point', ticking, owner)
  await step(pointIds[1]!, 'tick-off', owner)
  const { rows } = await asks<{ rows: { resultId: string; photos: { role: string; pass: string }[] }[] }>(
    'results',
    {},
    nobody,
  )
  expect(rows.map(row => row.resultId)).toEqual([pointIds[0]])
  expect(rows[0]!.photos.map(({ role }) => role)).toEqual(['before', 'after'])
  expect(JSON.stringify(rows)).not.toMatch(/和平里|旧家具|worker|owner/u)
})

test('a point becomes a case, or refers to one that its owner may see', async () => {
  const campaignId = await campaign()
  const [one, two] = [await point(campaignId), await point(campaignId)]
  const opening = { pointId: one, caseId: newId(), description: '屋后整面墙要倒' }
  expect(await does('open-case', opening, owner)).toMatchObject({ code: 'campaigns/may-not-report' })
  const reports = ['cases.report', 'cases.read'].map(permission => ({ permission, within: everywhere }))
  const strong = { ...owner, grants: [...owner.grants, ...reports] }
  const opened = await does('open-case', opening, strong)
  expect(opened).toMatchObject({ caseId: opening.caseId })
  const source = await db.pool.query('select source from cases.case_file where id = $1', [opening.caseId])
  expect(source.rows).toEqual([{ source: 'campaign' }])
  const linking = { pointId: two, caseId: opening.caseId }
  expect(await does('link-case', linking, owner)).toMatchObject({ code: 'campaigns/no-such-case' })
  expect(await does('link-case', linking, strong)).toMatchObject({ state: 'surveyed' })
  expect(await shown(two!, owner)).toMatchObject({ caseFile: { caseId: opening.caseId, number: opened['number'] } })
  await does('fix-list', { campaignId, pointIds: [two!] }, owner)
  await step(two!, 'drop', strong, '并入案卷办理')
  const told = await db.pool.query(
    "select body ->> 'note' as note from cases.case_event where case_id = $1 and body ->> 'type' = 'case.noted' order by version",
    [opening.caseId],
  )
  expect(told.rows.map(row => String(row.note).replace(/^.*号\S* /u, ''))).toEqual(['关联案卷', '剔除'])
})

test('a task is what its milestones say; its owner reaches them, slips have a reason, the next one waits', async () => {
  const [programmeId, projectId, taskId] = [newId(), newId(), newId()]
  const programme = { programmeId, title: '六百天行动', purpose: '迎大会', gridPath: '1', ownerPostId: ownerPost }
  const days = { from: '2026-01-01', until: '2027-08-24' }
  expect(await does('set-up-programme', { ...programme, ...days }, setter)).toMatchObject({ number: '行动〔2026〕1号' })
  expect(await does('set-up-programme', { ...programme, ...days }, setter)).toMatchObject({
    code: 'campaigns/id-taken',
  })
  const project = { programmeId, projectId, title: '市容', ownerPostId: ownerPost }
  const local = house.actor('local', [...grants(everywhere, 'know'), ...grants(subtree('1.1'), 'set-up')])
  expect(await does('add-project', project, local)).toMatchObject({ code: 'campaigns/not-allowed' })
  await does('add-project', project, setter)
  const [first, second] = [newId(), newId()]
  const milestones = [
    { id: first, title: '招标', plannedOn: '2026-08-01' },
    { id: second, title: '完工', plannedOn: '2026-12-01' },
  ]
  const task = { programmeId, projectId, taskId, title: '街面刷新', ownerPostId: ownerPost, milestones }
  expect(await does('add-task', { ...task, projectId: newId() }, setter)).toMatchObject({
    code: 'campaigns/no-such-project',
  })
  expect(await does('add-task', task, setter)).toMatchObject({ taskId })
  const waiting = async () =>
    (await db.pool.query('select title, due_at from inbox.item where subject_id = $1', [taskId])).rows
  expect(await waiting()).toMatchObject([{ title: '街面刷新：招标', due_at: '2026-08-01T15:59:59.999Z' }])
  const state = async () =>
    (await asks<{ progress: { state: string; percent: number } }>('task', { taskId }, worker('1.1'))).progress
  expect(await state()).toMatchObject({ state: 'late', percent: 0 })
  const does1 = (what: object, by: Actor) => does('step-task', { taskId, does: what }, by)
  const moving = { step: 'move', milestoneId: first, plannedOn: '2026-10-01', reason: '重新招标' }
  expect(await does1(moving, worker('1.1'))).toMatchObject({ code: 'campaigns/not-allowed' })
  expect(await does1(moving, owner)).toMatchObject({ state: 'waiting' })
  const reaching = { step: 'reach', milestoneId: first, on: '2026-09-30' }
  expect(await does1(reaching, owner)).toMatchObject({ code: 'campaigns/not-yet' })
  expect(await does1({ ...reaching, on: '2026-09-10' }, setter)).toMatchObject({ code: 'campaigns/not-allowed' })
  expect(await does1({ ...reaching, on: '2026-09-10' }, owner)).toMatchObject({ state: 'under-way' })
  expect(await does1({ ...reaching, on: '2026-09-10' }, owner)).toMatchObject({ code: 'campaigns/other-state' })
  expect(await waiting()).toMatchObject([{ title: '街面刷新：完工' }])
  expect(await state()).toMatchObject({ state: 'under-way', percent: 50 })
  const handing = { step: 'hand-over', ownerPostId: otherPost, reason: '分工调整' }
  expect(await does1(handing, setter)).toMatchObject({ state: 'under-way' })
  expect(await does1({ step: 'reopen', milestoneId: first, reason: '返工' }, owner)).toMatchObject({
    code: 'campaigns/not-allowed',
  })
})

test('each row is what its history adds up to, and the program can change no event', async () => {
  const { rows } = await db.pool.query(`
    select 'campaign' as kind, id, body, version from campaigns.campaign
    union all select 'point', id, body, version from campaigns.point
    union all select 'task', id, body, version from campaigns.task`)
  expect(new Set(rows.map(row => row.kind)).size).toBe(3)
  const reducers = { campaign: reduceCampaign, point: reducePoint, task: reduceTask } as Record<
    string,
    (events: never) => unknown
  >
  for (const { kind, id, body, version } of rows) {
    const events = await db.pool.query('select body from campaigns.event where subject_id = $1 order by serial', [id])
    expect(reducers[kind]!(events.rows.map(row => row.body) as never)).toEqual(body)
    expect(version).toBe(events.rows.length)
  }
  for (const sql of ['update campaigns.event set type = type', 'delete from campaigns.work_order']) {
    await expect(db.pool.query(sql)).rejects.toThrow('permission denied')
  }
})
