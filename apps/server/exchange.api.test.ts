import { expect, test } from 'vitest'
import type { listCases, showCase } from '#modules/cases/common/index.ts'
import type * as exchange from '#modules/exchange/common/index.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { plainPhoto, sendPhoto } from '#testkit/photo.ts'
import { buildTown, done } from '#testkit/town.ts'
import { demoSensorKey } from '#town/exchange/clients.ts'

const town = await buildTown()
const inside = town.program.grids.all().find(grid => grid.level === 4)!.labelPlace
const endpoints = town.program.modules.flatMap(module => [...module.commands, ...module.queries])

/** As a machine sends: a key, JSON, and nothing that only pages of ours send. */
async function machine(name: string, input: object, key = demoSensorKey) {
  const isQuery = endpoints.find(({ endpoint }) => endpoint.name === name)!.endpoint.kind === 'query'
  const headers = { authorization: `Bearer ${key}`, 'accept-language': 'zh-CN' }
  const url = `/api/${name}`
  const reply = await town.app.inject(
    isQuery
      ? { method: 'GET', url: `${url}?${new URLSearchParams(input as Record<string, string>)}`, headers }
      : { method: 'POST', url, headers: { ...headers, 'content-type': 'application/json' }, payload: input },
  )
  return { status: reply.statusCode, body: reply.json<Record<string, unknown>>() }
}

test('a sensor reports with its key alone, the desk sees the case and who told it', async () => {
  const event = { eventId: 'w-1', device: 'W-3', signal: '水位', description: '水位超过警戒线', place: inside }
  const sent = await machine('exchange.report', event)
  expect(sent).toMatchObject({ status: 200, body: { isNew: true, count: 1 } })
  expect((await machine('exchange.report', event)).body).toMatchObject({ isNew: false, number: sent.body['number'] })
  expect((await machine('exchange.report', { ...event, eventId: 'w-2' })).body).toMatchObject({
    isNew: false,
    count: 2,
  })
  const chief = await town.as('duty-chief')
  const number = String(sent.body['number'])
  const { rows } = done(await chief.query<typeof listCases>('cases.list', { text: number }))
  expect(rows).toMatchObject([{ number, source: 'sensor' }])
  const shown = done(await chief.query<typeof showCase>('cases.show', { caseId: rows[0]!.caseId }))
  expect(JSON.stringify(shown)).toContain('河道水位监测')
  const state = await machine('exchange.state', { eventId: 'w-1' })
  expect(state).toMatchObject({ status: 200, body: { number, status: 'reported', count: 2 } })
  expect((await machine('exchange.changes', {})).body['rows']).toMatchObject([{ eventId: 'w-1', number }])
})

test('a key opens what is meant for machines and no other endpoint, the public ones included', async () => {
  const letIn: string[] = []
  for (const { endpoint } of endpoints) {
    const { status, body } = await machine(endpoint.name, {})
    expect([endpoint.name, status < 500]).toEqual([endpoint.name, true])
    if (body['code'] !== 'commands/not-allowed') letIn.push(endpoint.name)
  }
  expect(letIn.toSorted((a, b) => a.localeCompare(b))).toEqual([
    'exchange.changes',
    'exchange.report',
    'exchange.state',
  ])
})

test('a key that is none opens nothing, whatever it looks like', async () => {
  for (const key of ['wgx_wrong', 'x'.repeat(150), "'; drop table"]) {
    for (const { endpoint } of endpoints) {
      const { status } = await machine(endpoint.name, {}, key)
      // What is no key by its form is no machine: then it is a person who is not signed in, or a forged request.
      if (!key.includes(' ')) expect([endpoint.name, status]).toEqual([endpoint.name, 401])
    }
  }
  expect((await machine('exchange.report', { eventId: 'x' }, 'wgx_wrong')).body).toMatchObject({
    code: 'exchange/key-not-valid',
    message: expect.stringMatching(/密钥/),
  })
})

test('a cookie beside a key does not help, and the key says nothing about a session', async () => {
  const chief = await town.as('duty-chief')
  const reply = await town.app.inject({
    method: 'GET',
    url: '/api/cases.list',
    headers: { cookie: chief.cookie, authorization: `Bearer ${demoSensorKey}` },
  })
  expect(reply.statusCode).toBe(403)
})

test('an administrator makes a client, uses its key once shown, and revokes it', async () => {
  const administrator = await town.as('system-admin')
  const clientId = newId()
  const { key } = done(
    await administrator.command<typeof exchange.createClient>('exchange.create-client', {
      ...{ clientId, name: '路口视频分析', kind: 'video' },
    }),
  )
  const event = { eventId: 'v-1', description: '占道经营', place: inside }
  expect(await machine('exchange.report', event, key)).toMatchObject({ status: 200 })
  expect((await machine('exchange.state', { eventId: 'w-1' }, key)).body).toMatchObject({
    code: 'exchange/no-such-event',
  })
  done(await administrator.command<typeof exchange.revokeClient>('exchange.revoke-client', { clientId }))
  expect(await machine('exchange.report', { ...event, eventId: 'v-2' }, key)).toMatchObject({ status: 401 })
})

test('bad input from a machine is named, not broken by', async () => {
  for (const input of [{}, { eventId: 5 }, { eventId: 'y', description: '' }, { eventId: ' ', description: 'x' }]) {
    expect(await machine('exchange.report', input)).toMatchObject({
      status: 400,
      body: { code: 'commands/invalid-input' },
    })
  }
  const swapped = { eventId: 'z', description: '反了', place: { lon: inside.lat, lat: inside.lon } }
  expect((await machine('exchange.report', swapped)).body).toMatchObject({ code: 'grid/coordinates-swapped' })
})

test('a camera sends its photo before the event; it belongs to the case from then on', async () => {
  const { status, body } = await sendPhoto(town, { cookie: '', key: demoSensorKey }, await plainPhoto())
  expect(status).toBe(200)
  const event = { eventId: 'p-1', description: '画面里有积水', place: inside, photos: [body.fileId] }
  const sent = await machine('exchange.report', event)
  expect(sent.status).toBe(200)
  const chief = await town.as('duty-chief')
  const caseId = String(sent.body['caseId'])
  const shown = done(await chief.query<typeof showCase>('cases.show', { caseId }))
  expect(shown.photos).toMatchObject([{ fileId: body.fileId, role: 'before' }])
  const foreign = { ...event, eventId: 'p-2' }
  expect((await machine('exchange.report', foreign)).body).toMatchObject({ code: 'files/taken-by-another' })
})

test('the template is a file', async () => {
  const chief = await town.as('duty-chief')
  const reply = await town.app.inject({ url: '/api/exchange.sheet-template', headers: { cookie: chief.cookie } })
  expect(reply.headers['content-type']).toContain('spreadsheetml')
  expect(reply.rawPayload.subarray(0, 2).toString()).toBe('PK')
})
