import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type * as cases from '#modules/cases/common/index.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { buildTown, done } from '#testkit/town.ts'

const town = await buildTown()
const worker = await town.as('grid-worker')
const acceptor = await town.as('acceptor')
const inside = town.program.grids.all().find(grid => grid.level === 4)!.labelPlace

interface Sent {
  readonly url?: string
  readonly headers?: Record<string, string>
  readonly payload?: unknown
}

async function post({ url = '/api/cases.report', headers = {}, payload }: Sent) {
  const reply = await town.app.inject({
    method: 'POST',
    url,
    headers: {
      'x-wangge': '1',
      'idempotency-key': newId(),
      cookie: worker.cookie,
      'content-type': 'application/json',
      ...headers,
    },
    ...(payload === undefined ? {} : { payload: payload as string }),
  })
  const body = reply.json<{ code?: string; message?: string; fault?: boolean }>()
  // Whatever was sent: never a fault, and every "no" is a sentence in Chinese that ends as sentences do.
  expect(reply.statusCode).toBeLessThan(500)
  if (reply.statusCode >= 400) expect(body.message).toMatch(/[\u4e00-\u9fff].*[。）)]/)
  return { status: reply.statusCode, code: body.code ?? null }
}

const report = (more: object) => post({ payload: { caseId: newId(), source: 'worker', description: '垃圾', ...more } })

test('wrong types, missing fields, no JSON and no object are named, not broken by', async () => {
  const wrong = { status: 400, code: 'commands/invalid-input' }
  expect(await report({ description: 5 })).toEqual(wrong)
  expect(await report({ caseId: 'x' })).toEqual(wrong)
  expect(await report({ photos: 'a' })).toEqual(wrong)
  expect(await report({ place: { lon: '113', lat: null } })).toEqual(wrong)
  const beyond = `{"caseId":"${newId()}","description":"垃圾","place":{"lon":1e400,"lat":34}}`
  expect(await post({ payload: beyond })).toEqual(wrong)
  expect(await post({ payload: '[]' })).toEqual(wrong)
  expect(await post({ payload: 'null' })).toEqual(wrong)
  expect((await post({ payload: 'x', headers: { 'content-type': 'text/plain' } })).status).toBe(400)
})

test('what cannot be read as JSON is told as that, whatever kind of thing it is', async () => {
  const unread = { status: 400, code: 'commands/not-readable' }
  for (const payload of ['{"caseId":', '', 'NaN', '{"__proto__":{"a":1}}', '\u0000'])
    expect([payload, await post({ payload })]).toEqual([payload, unread])
  for (const kind of ['application/xml', 'image/jpeg', 'application/x-www-form-urlencoded'])
    expect(await post({ payload: '{}', headers: { 'content-type': kind } })).toEqual(unread)
})

test('boxes in boxes without an end are refused before anybody walks through them', async () => {
  const view = `{"viewId":"${newId()}","name":"深","filters":{"text":${'['.repeat(5000)}${']'.repeat(5000)}}}`
  expect((await post({ url: '/api/cases.save-view', payload: view })).status).toBe(400)
})

test('a huge body is refused, also when it comes small and unpacks large', async () => {
  expect(await report({ description: 'x'.repeat(400_000) })).toEqual({ status: 413, code: 'commands/too-large' })
  const bomb = gzipSync(Buffer.alloc(20_000_000, 'x'))
  const reply = await post({ payload: bomb, headers: { 'content-encoding': 'gzip' } })
  expect(reply.status).toBeLessThan(500)
  expect(reply.status).toBeGreaterThanOrEqual(400)
})

test('no request id, a bad one, and a request that no page of ours sent', async () => {
  expect(await post({ headers: { 'idempotency-key': 'x' }, payload: {} })).toEqual({
    status: 400,
    code: 'commands/request-id-missing',
  })
  expect(await post({ headers: { 'x-wangge': '0' }, payload: {} })).toEqual({
    status: 403,
    code: 'commands/wrong-origin',
  })
  const foreign = { origin: 'https://elsewhere.example' }
  expect(await post({ headers: foreign, payload: {} })).toEqual({ status: 403, code: 'commands/wrong-origin' })
})

test('a place outside every grid is kept, flagged, and lies in the centre queue', async () => {
  const caseId = newId()
  const place = { lon: 120.1, lat: 30.2, frame: 'wgs84' as const }
  const kept = done(
    await worker.command<typeof cases.reportCase>('cases.report', {
      caseId,
      source: 'worker',
      description: '很远的地方',
      place,
    }),
  )
  expect(kept.noGrid).toBe(true)
  const { rows } = done(await acceptor.query<typeof cases.listCases>('cases.list', { noGrid: true }))
  expect(rows.map(row => row.caseId)).toContain(caseId)
})

test('swapped latitude and longitude are told; GCJ-02 is accepted when declared', async () => {
  const swapped = await worker.command<typeof cases.reportCase>('cases.report', {
    caseId: newId(),
    source: 'worker',
    description: '垃圾',
    place: { lon: inside.lat, lat: inside.lon, frame: 'wgs84' },
  })
  expect(swapped).toMatchObject({ code: 'grid/coordinates-swapped', detail: { lon: inside.lon, lat: inside.lat } })
  const { default: gcoord } = await import('gcoord')
  const [lon, lat] = gcoord.transform([inside.lon, inside.lat], gcoord.WGS84, gcoord.GCJ02)
  const caseId = newId()
  const place = { lon, lat, frame: 'gcj02' as const }
  done(
    await worker.command<typeof cases.reportCase>('cases.report', {
      caseId,
      source: 'worker',
      description: '垃圾',
      place,
    }),
  )
  const shown = done(await acceptor.query<typeof cases.showCase>('cases.show', { caseId }))
  expect(Math.abs(shown.point!.lon - inside.lon)).toBeLessThan(1e-5)
  expect(Math.abs(shown.point!.lat - inside.lat)).toBeLessThan(1e-5)
})

test('a title of 10 000 characters is refused with its limit; control characters do no harm; SQL and HTML are text', async () => {
  expect(await report({ title: '长'.repeat(10_000) })).toEqual({ status: 400, code: 'cases/text-too-long' })
  const nasty = [
    `'; drop table cases.case_file; --`,
    '<img src=x onerror=alert(1)>',
    '{{constructor.constructor("return 1")()}}',
    'a\u0000b\u0007c',
    '\u202Egnp.exe',
    '%_\\',
  ]
  for (const description of nasty) {
    const answer = await report({ description, address: description })
    expect([description, answer.status < 500]).toEqual([description, true])
    for (const field of ['text', 'cursor', 'gridPath', 'classCode']) {
      const reply = await town.app.inject({
        method: 'GET',
        url: `/api/cases.list?${new URLSearchParams({ [field]: description })}`,
        headers: { cookie: acceptor.cookie },
      })
      expect([field, description, reply.statusCode < 500]).toEqual([field, description, true])
    }
  }
  const { rows } = done(await acceptor.query<typeof cases.listCases>('cases.list', { limit: 5 }))
  expect(rows.length).toBe(5)
})

test('a stale version is told with the present state', async () => {
  const caseId = newId()
  done(await worker.command<typeof cases.reportCase>('cases.report', { caseId, source: 'worker', description: '垃圾' }))
  done(await acceptor.command<typeof cases.acceptCase>('cases.accept', { caseId, version: 1 }))
  const again = await acceptor.command<typeof cases.refuseCase>('cases.refuse', { caseId, version: 1, reason: '重复' })
  expect(again).toMatchObject({ code: 'cases/changed-meanwhile', detail: { status: 'accepted', version: 2 } })
})

test('one request id sent five times at once makes one case', async () => {
  const caseId = newId()
  const requestId = newId()
  const input = { caseId, source: 'worker' as const, description: '同时发送' }
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => worker.command<typeof cases.reportCase>('cases.report', input, { requestId })),
  )
  expect(new Set(answers.map(answer => done(answer).number)).size).toBe(1)
  const { rows } = await town.db.pool.query('select count(*)::int as n from cases.case_event where case_id = $1', [
    caseId,
  ])
  expect(rows).toEqual([{ n: 1 }])
})

test('a session that ran out says so, and so does a made-up one', async () => {
  const late = await town.as('dispatcher')
  town.clock.advance({ hours: 13 })
  expect(await late.query<typeof cases.countCases>('cases.counts', {})).toMatchObject({
    code: 'identity/session-expired',
  })
  const reply = await town.app.inject({
    method: 'GET',
    url: '/api/cases.counts',
    headers: { cookie: 'wangge_session=forged' },
  })
  expect(reply.statusCode).toBe(401)
})

test('a device clock that is off is kept and flagged, never refused', async () => {
  const caseId = newId()
  const who = await town.as('grid-worker')
  const off = new Date(Date.parse(town.clock.now()) + 3 * 3_600_000).toISOString()
  const input = { caseId, source: 'worker' as const, description: '钟不准', madeAt: off, sentAt: off }
  done(await who.command<typeof cases.reportCase>('cases.report', input))
  const desk = await town.as('acceptor')
  const shown = done(await desk.query<typeof cases.showCase>('cases.show', { caseId }))
  expect(JSON.stringify(shown)).toContain('10800')
})

test('an address that does not exist is a sentence, not a page of the framework', async () => {
  const reply = await town.app.inject({ method: 'GET', url: '/api/nothing.here', headers: { 'accept-language': 'en' } })
  expect(reply.statusCode).toBe(404)
  expect(reply.json()).toMatchObject({ code: 'commands/no-such-address' })
})

test('every answer has its security headers and its request id', async () => {
  const reply = await town.app.inject({ method: 'GET', url: '/healthz' })
  expect(reply.headers['content-security-policy']).toContain("script-src 'self'")
  expect(reply.headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/)
  expect(reply.headers['x-content-type-options']).toBe('nosniff')
  expect(reply.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
})
