import { get, type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { showCase } from '#modules/cases/common/index.ts'
import { acceptCase, fileCase, handleCase, reportCase, showCase as show } from '#modules/cases/testing.ts'
import { openCaseFromCall, takeCall } from '#modules/hotline/testing.ts'
import type { Endpoint } from '#platform/contract/common/endpoint.ts'
import { toQueryString } from '#platform/contract/common/query-string.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { pdfText } from '#testkit/pdf-text.ts'
import { realInputs, type RealValues } from '#testkit/real-inputs.ts'
import { buildTown, done, type Neighbour } from '#testkit/town.ts'
import { personas } from '#town/people/personas.ts'

// Three matters lie with a department, in the grid of a worker who is asked to verify: reported by nobody in particular,
// by a signed-in resident, and on the phone. The department, its people, the worker or the street may be who it is about.
const town = await buildTown()
const people = new Map<string, Neighbour>([['nobody', town.nobody()]])
for (const { login } of personas) people.set(login, await town.as(login))
const as = (login: string) => people.get(login)!

interface Me {
  readonly person: { readonly id: string }
  readonly post: { readonly unitName: string; readonly gridPath: string } | null
}
const me = async (login: string) => done(await as(login).query('identity.me' as never, {} as never)) as unknown as Me
const { gridPath } = (await me('grid-worker')).post!
const inGrid = town.program.grids.all().find(grid => grid.path === gridPath)!.labelPlace
const place = { ...inGrid, frame: 'wgs84' as const }

const left = { name: '欧阳举报', phone: '13900007788' }
const leftSignedIn = { name: '司徒反映', phone: '13911116655' }
const called = { callerName: '诸葛来电', phone: '13922225544' }
const description = '这家单位自己堆的垃圾，挡住了路'

const open = await reportCase(as('nobody'), { description, reporter: left, place })
const signedIn = await reportCase(as('resident'), { description, reporter: leftSignedIn, place })
const call = await takeCall(as('acceptor'), called)
const phoned = await openCaseFromCall(as('acceptor'), call.callId, { description, place })
const caseIds = [open.caseId, signedIn.caseId, phoned.caseId]
const numbers = [open.number, signedIn.number, phoned.number]

const { units } = done(await as('dispatcher').query('cases.units' as never, {} as never)) as unknown as {
  units: { unitId: string; name: string }[]
}
const unitName = (await me('handler')).post!.unitName
const { unitId } = units.find(unit => unit.name === unitName)!
for (const caseId of caseIds) {
  await acceptCase(as('street-centre'), caseId)
  await fileCase(as('street-centre'), caseId)
  const { version } = await show(as('street-centre'), caseId)
  done(await as('dispatcher').command('cases.dispatch' as never, { caseId, version, unitId } as never))
}
await handleCase(as('handler'), phoned.caseId)
const urged = {
  caseId: phoned.caseId,
  version: (await show(as('supervisor'), phoned.caseId)).version,
  note: '请说明经过',
}
done(await as('supervisor').command('cases.urge' as never, urged as never))
await town.jobs.send('supervision.facts')
await town.jobs.drain()

/** What tells who it was: in full, masked, by id, and the code that opens the reporter's own page. */
const traces = [
  ...[left.name, left.phone, leftSignedIn.name, leftSignedIn.phone, called.callerName, called.phone],
  ...['欧*', '司*', '诸*', '139****', call.maskedNumber, call.callId, (await me('resident')).person.id],
  ...[open.followCode, signedIn.followCode],
]
/** Whoever may look, with a reason and on record, is shown the masked name first; the caller’s desk knows the caller. */
const mayLook = ['acceptor', 'duty-chief']
const asked = [left.name, left.phone, leftSignedIn.phone, called.phone]
const unknown = ['端木无踪', '13933339999', '13933339999', '13933339999']

async function some(sql: string): Promise<string[]> {
  const { rows } = await town.db.pool.query<{ id: string }>(`select distinct id::text from (${sql}) found(id) limit 2`)
  return rows.length > 0 ? rows.map(({ id }) => id) : [newId()]
}

const now = Date.parse(town.clock.now())
const day = (days: number) => new Date(now + days * 86_400_000).toISOString()
const values: RealValues = {
  caseId: caseIds,
  caseIds: [caseIds],
  thingId: await some('select id from registry.thing'),
  subjectId: caseIds,
  subjectKind: ['case'],
  number: numbers,
  followCode: ['AAAAAAAAAA'],
  action: ['handle', 'return', 'verify', 'close'],
  text: ['垃圾', '路', ...numbers],
  search: ['局', '所'],
  holder: await some('select id from identity.post'),
  unitId: [unitId],
  postId: await some('select id from identity.post'),
  personId: [(await me('handler')).person.id],
  actorId: [(await me('handler')).person.id],
  byId: [(await me('handler')).person.id],
  gridPath: [gridPath, gridPath.split('.')[0]],
  path: [gridPath],
  under: [gridPath.split('.')[0]],
  bbox: [[inGrid.lon - 0.5, inGrid.lat - 0.5, inGrid.lon + 0.5, inGrid.lat + 0.5]],
  lon: [inGrid.lon],
  lat: [inGrid.lat],
  west: [inGrid.lon - 0.1],
  east: [inGrid.lon + 0.1],
  south: [inGrid.lat - 0.1],
  north: [inGrid.lat + 0.1],
  limit: [50],
  classCode: ['06010'],
  classKind: ['event'],
  'from date': [day(-30).slice(0, 10)],
  'until date': [day(1).slice(0, 10)],
  'on date': [day(0).slice(0, 10)],
  'day date': [day(0).slice(0, 10)],
  'from date-time': [day(-30)],
  'until date-time': [day(1)],
  'to date-time': [day(1)],
  'dayEnds date-time': [day(1)],
  'before date-time': [day(1)],
  'at date-time': [day(0)],
  year: [2026],
  deepest: [3],
  version: [1],
  calendar: ['default'],
  locale: ['zh-CN'],
  articleId: await some('select id from hotline.article'),
  callId: [call.callId],
  campaignId: await some('select id from campaigns.campaign'),
  pointId: await some('select id from campaigns.point'),
  programmeId: await some('select id from campaigns.programme'),
  taskId: await some('select id from campaigns.task'),
  orderId: await some('select id from supervision.order_paper'),
  clientId: await some('select id from exchange.client'),
  conditionId: await some('select id from catalogue.filing_condition'),
  documentId: await some('select id from institutions.document'),
  draftId: await some('select id from grid.draft'),
  entryId: await some('select id from diary.entry'),
  importId: await some('select id from registry.sheet_import'),
  buildingId: await some('select id from places.building'),
  planId: await some('select id from patrol.plan'),
  roundId: await some('select id from patrol.round'),
  replayId: await some('select id from worktime.replay'),
  ruleId: await some('select id from routing.rule'),
  sectionId: await some('select section_id from cleaning.look'),
  wordId: await some('select id from relay.word'),
}

const queries = town.program.modules.flatMap(module => module.queries).map(({ endpoint }) => endpoint)
const speaksOfCases = new Set<string>()
const understood = new Set<string>()

async function answerTo(who: Neighbour, { name }: Endpoint, input: object) {
  const url = `/api/${name}?${toQueryString(input)}`
  const reply = await town.app.inject({ method: 'GET', url, headers: { 'x-wangge': '1', cookie: who.cookie } })
  expect(reply.statusCode, url).toBeLessThan(500)
  const isPaper = String(reply.headers['content-type']).includes('pdf')
  const body = isPaper ? pdfText(reply.rawPayload) : reply.body
  if (!body.includes('commands/invalid-input')) understood.add(name)
  if (reply.statusCode === 200 && [...caseIds, ...numbers].some(one => body.includes(one))) speaksOfCases.add(name)
  return body
}

async function leaks(who: Neighbour, endpoint: Endpoint, inputs = realInputs(endpoint, values)): Promise<unknown[]> {
  const found: unknown[] = []
  for (const input of inputs) {
    const body = await answerTo(who, endpoint, input)
    const said = Object.values(input).filter(value => typeof value === 'string')
    const told = traces.filter(trace => body.includes(trace) && !said.includes(trace))
    if (told.length > 0) found.push([who.login, endpoint.name, input, told])
  }
  return found
}

test.each(['handler', 'grid-worker', 'street-centre'])(
  '%s asks every query about everything there is, and no answer tells who reported',
  async login => {
    const found = []
    for (const endpoint of queries) found.push(...(await leaks(as(login), endpoint)))
    expect(found).toEqual([])
  },
  120_000,
)

const namesCase = (input: object) => [...caseIds, ...numbers].some(one => JSON.stringify(input).includes(one))

test('everybody else asks whatever speaks of the cases: lists, pages, papers, sheets, notices', async () => {
  const found = []
  for (const { login } of personas.filter(one => !mayLook.includes(one.login))) {
    // Their own code and id are no secret to whoever reported.
    if (login === 'resident') continue
    for (const endpoint of queries.filter(({ name }) => speaksOfCases.has(name))) {
      const [least = {}, ...others] = realInputs(endpoint, values)
      found.push(...(await leaks(as(login), endpoint, [least, ...others.filter(namesCase)])))
    }
  }
  expect(found).toEqual([])
}, 120_000)

test('the questions were the right ones: each query understood one, and what should speak of the cases did', () => {
  expect(queries.map(({ name }) => name).filter(name => !understood.has(name))).toEqual([])
  expect([...speaksOfCases]).toEqual(
    expect.arrayContaining([
      ...['cases.show', 'cases.list', 'cases.points', 'cases.nearby', 'cases.phone-pack', 'cases.print'],
      ...['cases.try-step', 'inbox.list', 'supervision.board-cases', 'notices.list'],
    ]),
  )
})

test('by name or number of a reporter nothing is found that a name of nobody would not find', async () => {
  const searching = queries.filter(endpoint =>
    realInputs(endpoint, values).some(input => 'text' in input || 'search' in input || 'holder' in input),
  )
  for (const endpoint of searching) {
    const [least = {}] = realInputs(endpoint, values)
    const field = ['text', 'search', 'holder'].find(key => realInputs(endpoint, values).some(input => key in input))!
    for (const login of ['handler', 'grid-worker', 'street-centre', 'supervisor']) {
      for (const [i, name] of asked.entries()) {
        const answer = async (text: string) =>
          (await answerTo(as(login), endpoint, { ...least, [field]: text })).replaceAll(text, '…')
        expect([endpoint.name, login, await answer(name)]).toEqual([endpoint.name, login, await answer(unknown[i]!)])
      }
    }
  }
}, 60_000)

test('looking is refused, and no refusal of a step tells who it was', async () => {
  const steps = town.program.modules
    .flatMap(module => module.commands)
    .filter(({ endpoint }) => endpoint.name.startsWith('cases.'))
  for (const login of ['handler', 'grid-worker', 'street-centre', 'dispatcher']) {
    const look = await as(login).command(
      'cases.see-reporter' as never,
      { caseId: open.caseId, reason: '想知道' } as never,
    )
    expect(look).toMatchObject({ refused: true })
    for (const { endpoint } of steps) {
      // Of a version that nobody has seen: each step is refused, after the case has been read.
      const words = { reason: '理由', note: '说明', description: '说明', name: '名', text: '文' }
      const input = { caseId: signedIn.caseId, version: 9999, other: open.caseId, ...words, isGranted: true }
      const answer = await as(login).command(endpoint.name as never, input as never)
      expect([endpoint.name, traces.filter(trace => JSON.stringify(answer).includes(trace))]).toEqual([
        endpoint.name,
        [],
      ])
    }
  }
})

const streams: IncomingMessage[] = []
let address = ''
beforeAll(async () => {
  address = await town.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => {
  for (const stream of streams) stream.destroy()
})

test('news of a step names the case to the department and to the worker, and nobody else', async () => {
  const heard = new Map<string, string>()
  for (const login of ['handler', 'grid-worker']) {
    const headers = { cookie: as(login).cookie }
    const stream = await new Promise<IncomingMessage>(resolve => get(`${address}/api/live`, { headers }, resolve))
    streams.push(stream)
    stream.setEncoding('utf8').on('data', (text: string) => heard.set(login, (heard.get(login) ?? '') + text))
    await expect.poll(() => heard.get(login)).toContain('id: ')
  }
  await handleCase(as('handler'), open.caseId)
  for (const login of ['handler', 'grid-worker']) {
    await expect.poll(() => heard.get(login), { timeout: 10_000 }).toContain(open.caseId)
    expect(traces.filter(trace => heard.get(login)!.includes(trace))).toEqual([])
  }
})

test('the desk that may look is shown the masked name, on the page and on paper; the department gives it back untold', async () => {
  const page = done(await as('acceptor').query<typeof showCase>('cases.show', { caseId: open.caseId }))
  expect(page.reporter).toMatchObject({ name: '欧**', phone: '139****7788', maySee: true })
  // So the papers are read rightly: what stands on one is found.
  const print = queries.find(({ name }) => name === 'cases.print')!
  const paper = await answerTo(as('acceptor'), print, { caseId: open.caseId })
  for (const words of ['欧**', '139****7788', open.number, '挡住了路']) expect(paper).toContain(words)
  expect(await answerTo(as('handler'), print, { caseId: open.caseId })).toContain('挡住了路')
  const back = { caseId: signedIn.caseId, version: (await show(as('handler'), signedIn.caseId)).version }
  const answer = await as('handler').command('cases.return' as never, { ...back, reason: '不归我单位' } as never)
  expect(traces.filter(trace => JSON.stringify(answer).includes(trace))).toEqual([])
})
