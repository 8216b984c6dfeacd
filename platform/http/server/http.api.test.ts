import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net'
import pino from 'pino'
import { afterAll, expect, test } from 'vitest'
import { nobody } from '#platform/authz/common/grants.ts'
import { connect, type Db } from '#platform/db/server/unit-of-work.ts'
import { systemClock } from '#platform/kernel/server/clock.ts'
import { freshDatabase } from '#testkit/database.ts'
import { createHttp } from './create-http.ts'

const { db } = await freshDatabase()
const lines: string[] = []
const logger = pino({ level: 'info' }, { write: line => void lines.push(line) })
const edge = (to: Db) => ({
  db: to,
  enqueue: async () => {},
  clock: systemClock,
  modules: [],
  authenticator: { who: async () => ({ actor: nobody, everyPost: [], sessionId: null, sessionOver: null }) },
  settings: { secure: true, trustProxy: false, callsAMinute: 12, logger },
})
const app = await createHttp(edge(db))
app.post('/api/does', async () => ({}))
app.get('/breaks', () => {
  throw new Error('a secret detail')
})
afterAll(() => app.close())

test('health, readiness, and numbers for the watcher on the same machine only', async () => {
  expect((await app.inject('/healthz')).json()).toEqual({ ok: true })
  expect((await app.inject('/readyz')).json()).toEqual({ ready: true })
  expect((await app.inject('/metrics')).body).toContain('wangge_http_seconds_count')
  expect((await app.inject({ url: '/metrics', remoteAddress: '10.0.0.9' })).statusCode).toBe(404)
  const proxied = { 'x-forwarded-for': '203.0.113.7' }
  expect((await app.inject({ url: '/metrics', headers: proxied, remoteAddress: '127.0.0.1' })).statusCode).toBe(404)
})

test('a database that is gone, or takes a connection and says nothing, is not ready: the answer comes all the same', async () => {
  const silent = createServer()
  await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
  const { port } = silent.address() as AddressInfo
  const taken: Socket[] = []
  silent.on('connection', socket => taken.push(socket))
  const http = await createHttp(edge(connect(`postgres://nobody@127.0.0.1:${port}/nothing`)))
  const asked = async () => {
    const { statusCode, body } = await http.inject('/readyz')
    return { statusCode, body }
  }
  const notReady = { statusCode: 503, body: '{"ready":false}' }
  expect(await asked()).toEqual(notReady)
  expect(taken).toHaveLength(1)
  for (const socket of taken) socket.destroy()
  await new Promise(resolve => silent.close(resolve))
  expect(await asked()).toEqual(notReady)
  await http.close()
})

test('a fault shows a number and no detail; the log has the detail under the same number', async () => {
  const reply = await app.inject({ url: '/breaks?name=李四', headers: { 'accept-language': 'en' } })
  expect(reply.statusCode).toBe(500)
  expect(reply.body).not.toContain('secret')
  const { requestId } = reply.json<{ requestId: string }>()
  const logged = lines.filter(line => line.includes(requestId)).join('')
  expect(logged).toContain('a secret detail')
  expect(logged).not.toContain('李四')
})

test('over TLS the browser is told to stay there', async () => {
  expect((await app.inject('/healthz')).headers['strict-transport-security']).toContain('max-age')
})

test('too many calls from one address are refused with the seconds to wait', async () => {
  const replies = []
  for (let i = 0; i < 15; i++) replies.push(await app.inject({ url: '/healthz', remoteAddress: '127.0.0.7' }))
  expect(replies.filter(reply => reply.statusCode === 200)).toHaveLength(12)
  const last = replies.at(-1)!.json<{ code: string; message: string }>()
  expect(last.code).toBe('commands/too-many')
  expect(last.message).toMatch(/\d+ 秒/)
})

test('an address that is there says which methods it takes, whatever is sent; one that is not there is not there', async () => {
  const ask = async (method: 'GET' | 'PUT' | 'DELETE' | 'POST', url: string, payload?: string) => {
    const headers = { 'accept-language': 'en', ...(payload === undefined ? {} : { 'content-type': 'text/plain' }) }
    const more = payload === undefined ? {} : { payload }
    const reply = await app.inject({ method, url, headers, ...more, remoteAddress: '127.0.0.9' })
    const { code, message } = reply.json<{ code?: string; message?: string }>()
    return { status: reply.statusCode, allow: reply.headers.allow, code, message }
  }
  const wrong = { status: 405, code: 'commands/wrong-method' }
  expect(await ask('GET', '/api/does?x=1')).toMatchObject({ ...wrong, allow: 'POST' })
  expect(await ask('PUT', '/api/does', '{')).toMatchObject({ ...wrong, allow: 'POST' })
  const deleted = await ask('DELETE', '/healthz')
  expect(deleted).toMatchObject({ ...wrong, allow: 'GET, HEAD' })
  expect(deleted.message).toContain('only GET, HEAD')
  expect(await ask('POST', '/api/does')).toMatchObject({ status: 200, allow: undefined })
  const nothing = { status: 404, code: 'commands/no-such-address', allow: undefined }
  expect(await ask('GET', '/api/nothing')).toMatchObject(nothing)
  expect(await ask('PUT', '/api/nothing', '{')).toMatchObject(nothing)
})

test('what is no request at all, or has no possible address, gets a sentence too', async () => {
  const reply = await app.inject({ url: '/api/%ff', remoteAddress: '127.0.0.8' })
  expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([404, 'commands/no-such-address'])
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const say = async (words: string) => {
    const socket = createConnection(port, '127.0.0.1')
    socket.end(words)
    const answer = Buffer.concat((await socket.toArray()) as Buffer[]).toString()
    const [head = '', body = '{}'] = answer.split('\r\n\r\n')
    return [head.slice(9, 12), (JSON.parse(body) as { code: string }).code]
  }
  expect(await say('nonsense\r\n\r\n')).toEqual(['400', 'commands/not-a-request'])
  const long = `GET /?${'a'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`
  expect(await say(long)).toEqual(['431', 'commands/not-a-request'])
})
