import { get, type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { acceptCase, reportCase } from '#modules/cases/common/index.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { buildTown, done, type Neighbour } from '#testkit/town.ts'

const town = await buildTown()
let address = ''
const open: IncomingMessage[] = []

beforeAll(async () => {
  address = await town.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => {
  for (const stream of open) stream.destroy()
})

/** Listens as a page does; `said` grows with whatever comes. */
async function listen(who: Neighbour, lastEventId?: string) {
  const headers = { cookie: who.cookie, ...(lastEventId ? { 'last-event-id': lastEventId } : {}) }
  const stream = await new Promise<IncomingMessage>(resolve => get(`${address}/api/live`, { headers }, resolve))
  open.push(stream)
  const heard = { status: stream.statusCode, said: '' }
  stream.setEncoding('utf8').on('data', (text: string) => {
    heard.said += text
  })
  return { heard, stream, stop: () => stream.destroy() }
}

async function report(who: Neighbour): Promise<string> {
  const caseId = newId()
  const point = town.program.grids.all().find(grid => grid.level === 4)!.labelPlace
  const input = { caseId, source: 'worker' as const, description: '垃圾', place: { ...point, frame: 'wgs84' as const } }
  done(await who.command<typeof reportCase>('cases.report', input))
  return caseId
}

const idsIn = (said: string) => [...said.matchAll(/^id: (\S+)$/gm)].map(match => match[1]!)

test('whoever may see a case hears of it at once, and hears only which one it is', async () => {
  const worker = await town.as('grid-worker')
  const { heard, stop } = await listen(await town.as('acceptor'))
  const { heard: elsewhere } = await listen(await town.as('audit-admin'))
  await expect.poll(() => heard.said).toContain('id: ')
  const caseId = await report(worker)
  await expect.poll(() => heard.said, { timeout: 10_000 }).toContain(caseId)
  expect(heard.said).not.toContain('垃圾')
  expect(elsewhere.said).not.toContain(caseId)
  stop()
})

test('after a broken line it goes on where it stopped', async () => {
  const worker = await town.as('grid-worker')
  const acceptor = await town.as('acceptor')
  const first = await listen(acceptor)
  const seen = await report(worker)
  await expect.poll(() => first.heard.said, { timeout: 10_000 }).toContain(seen)
  first.stop()
  const missed = await report(worker)
  done(await acceptor.command<typeof acceptCase>('cases.accept', { caseId: missed, version: 1 }))
  await town.program.feed.catchUp()
  const again = await listen(acceptor, idsIn(first.heard.said).at(-1)!)
  await expect.poll(() => again.heard.said, { timeout: 10_000 }).toContain(missed)
  expect(again.heard.said).not.toContain(seen)
})

test('a page that missed nothing is connected at once, though nothing is told', async () => {
  // An answer whose head waits for its first word would never come here.
  const { heard } = await listen(await town.as('acceptor'), '999999999999999999-1')
  expect(heard).toEqual({ status: 200, said: '' })
})

test('who was away too long, or sends nonsense, is told to load afresh or starts at the end', async () => {
  await town.db.pool.query(`insert into live.change (at, subject_kind, subject_id, permission, grid_path)
    select now(), 'case', n::text, 'cases.read', '1' from generate_series(1, 700) n`)
  // News passes only when no older transaction runs anywhere beside this test.
  const { feed } = town.program
  await expect.poll(async () => (await feed.since('0-0', 1000)).length, { timeout: 10_000 }).toBeGreaterThan(699)
  const { heard } = await listen(await town.as('acceptor'), '0-0')
  await expect.poll(() => heard.said, { timeout: 10_000 }).toContain('event: reset')
})

test('nobody hears nothing', async () => {
  const { heard } = await listen(town.nobody())
  expect(heard.status).toBe(401)
})

test('a slow transaction is told late, never skipped', async () => {
  const heard: string[] = []
  const silence = town.program.feed.listen(news => heard.push(...news.map(item => item.subject.id)))
  const slow = await town.db.pool.connect()
  const change = `insert into live.change (at, subject_kind, subject_id, permission) values (now(), 'case', $1, 'cases.read')`
  await slow.query('begin')
  await slow.query(change, ['slow'])
  await town.db.pool.query(change, ['fast'])
  await town.program.feed.catchUp()
  expect(heard).not.toContain('slow')
  await slow.query('commit')
  slow.release()
  await expect.poll(() => heard, { timeout: 10_000 }).toEqual(expect.arrayContaining(['slow', 'fast']))
  silence()
})

// The last one, since nothing answers after it.
test('a program that is told to stop ends its streams instead of waiting for the last page', async () => {
  const { stream } = await listen(await town.as('acceptor'))
  const ended = new Promise(resolve => stream.once('close', resolve))
  await town.app.close()
  await ended
})
