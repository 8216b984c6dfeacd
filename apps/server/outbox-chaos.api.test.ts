import { describe, expect, test } from 'vitest'
import type { listCases } from '#modules/cases/common/index.ts'
import { instantOf } from '#platform/kernel/common/instant.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { after } from '#platform/offline/common/after.ts'
import { emptyOutbox, type Outbox, type OutboxItem, type OutboxPhoto } from '#platform/offline/common/outbox.ts'
import { deviceTimeHeader, offlineProtocol, personHeader, protocolHeader } from '#platform/offline/common/protocol.ts'
import type { Arrived } from '#platform/offline/common/sender.ts'
import { takeStep } from '#platform/offline/common/sender.ts'
import { plainPhoto } from '#testkit/photo.ts'
import { buildTown, done } from '#testkit/town.ts'

const town = await buildTown()
const worker = await town.as('grid-worker')
const me = (await worker.query('identity.me' as never, {} as never)) as unknown as { person: { id: string } }
const photo = await plainPhoto()
const pieceBytes = Math.ceil(photo.length / 3)
const schedules = 40

function dice(seed: number) {
  let state = seed * 2_654_435_761
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x6d2b79f5) | 0
    return ((state ^ (state >>> 13)) >>> 0) / 4_294_967_296
  }
}

class Broken extends Error {
  readonly status: number
  constructor(status: number) {
    super('broken')
    this.status = status
  }
}

/** The line to the real program: what goes there may be lost, come late, twice, cut, or its answer may be lost. */
function lineOf(roll: () => number) {
  const late: (() => Promise<unknown>)[] = []
  return {
    async through<T>(deliver: (share: number) => Promise<T>): Promise<T> {
      while (late.length > 0 && roll() < 0.5) await late.shift()!()
      const fate = roll()
      if (fate < 0.08) throw new Broken(0)
      if (fate < 0.16) {
        late.push(() => deliver(1))
        throw new Broken(0)
      }
      if (fate < 0.22) throw new Broken(500)
      if (fate < 0.3) {
        await deliver(roll())
        throw new Broken(0)
      }
      if (fate < 0.38) {
        // Twice in the same moment.
        const [first] = await Promise.all([deliver(1), deliver(1)])
        return first
      }
      const answer = await deliver(1)
      if (fate < 0.46) throw new Broken(0)
      if (fate < 0.52) throw new Broken(502)
      return answer
    },
    settle: async () => {
      for (const deliver of late.splice(0)) await deliver()
    },
  }
}

const common = { 'x-wangge': '1', cookie: worker.cookie! }

async function command(item: OutboxItem) {
  const reply = await town.app.inject({
    method: 'POST',
    url: `/api/${item.command}`,
    headers: {
      ...common,
      'idempotency-key': item.id,
      [protocolHeader]: String(item.release),
      [personHeader]: item.personId,
      [deviceTimeHeader]: item.madeAt,
    },
    payload: item.input,
  })
  if (reply.statusCode >= 500) throw new Broken(reply.statusCode)
  return { answer: reply.json<unknown>(), answeredAt: null }
}

async function piece({ id, arrived }: OutboxPhoto, share: number): Promise<Arrived> {
  const bytes = photo.subarray(arrived, arrived + pieceBytes)
  const reply = await town.app.inject({
    method: 'POST',
    url: `/api/uploads/${id}?total=${photo.length}&offset=${arrived}`,
    headers: { ...common, 'content-type': 'application/octet-stream' },
    payload: bytes.subarray(0, Math.floor(bytes.length * share)),
  })
  if (reply.statusCode >= 500) throw new Broken(reply.statusCode)
  return reply.json<Arrived>()
}

async function runSchedule(seed: number) {
  const roll = dice(seed)
  const line = lineOf(roll)
  let outbox: Outbox = emptyOutbox
  let now = Date.parse('2026-09-01T01:00:00.000Z')
  const made: { caseId: string; title: string; photos: string[] }[] = []
  const count = 2 + Math.floor(roll() * 3)
  for (let n = 0; n < count; n++) {
    const photos = Array.from({ length: Math.floor(roll() * 3) }, newId)
    const one = { caseId: newId(), title: `混乱 ${seed}-${n}`, photos }
    made.push(one)
    const input = { ...one, source: 'worker', description: `${one.title} 的说明`, madeAt: instantOf(now + n) }
    const item = { id: newId(), personId: me.person.id, command: 'cases.report', input, subject: `case ${one.caseId}` }
    outbox = after(outbox, {
      type: 'added',
      item: { ...item, madeAt: instantOf(now + n), release: offlineProtocol.now, title: one.title },
      photos: photos.map(id => ({ id, bytes: photo.length, takenAt: instantOf(now) })),
    })
  }
  const world = {
    read: () => outbox,
    write: async (event: Parameters<typeof after>[1]) => {
      // Killed before it was written down.
      outbox = roll() < 0.06 ? after(outbox, { type: 'woken', by: 'start' }) : after(outbox, event)
    },
    command: (item: OutboxItem) =>
      line.through(async share => (share === 1 ? command(item) : { answer: null, answeredAt: null })),
    photo: (one: OutboxPhoto) => line.through(share => piece(one, share)),
    now: () => instantOf(now),
    chance: roll,
  }
  for (let turn = 0; turn < 2_000; turn++) {
    const rest = await takeStep(world)
    if (rest === null) break
    now += rest
  }
  await line.settle()
  return { outbox, made }
}

describe('the outbox against the real program, over a line that drops, doubles, delays, cuts and breaks', () => {
  test(`${schedules} schedules: each report is there once, with its photos, whatever the line did`, async () => {
    for (let seed = 1; seed <= schedules; seed++) {
      const { outbox, made } = await runSchedule(seed)
      const open = outbox.items.filter(({ state }) => state !== 'done')
      expect(open, `schedule ${seed}`).toEqual([])
      for (const { caseId, title, photos } of made) {
        const reply = await town.app.inject({ url: `/api/cases.show?caseId=${caseId}`, headers: common })
        const shown = reply.json<{ title: string; photos: { fileId: string }[] }>()
        expect({ title: shown.title, photos: shown.photos.map(({ fileId }) => fileId).sort() }).toEqual({
          title,
          photos: [...photos].sort(),
        })
      }
      const { rows } = done(
        await worker.query<typeof listCases>('cases.list', { mine: true, text: `混乱 ${seed}-`, limit: 100 }),
      )
      const own = rows.filter(row => row.title.startsWith(`混乱 ${seed}-`))
      expect(own, `schedule ${seed}: no report twice`).toHaveLength(made.length)
    }
  }, 120_000)
})

describe('what the program says to an outbox', () => {
  const report = (headers: Record<string, string>) =>
    town.app.inject({
      method: 'POST',
      url: '/api/cases.report',
      headers: { ...common, 'idempotency-key': newId(), ...headers },
      payload: { caseId: newId(), source: 'worker', description: '协议', madeAt: '2026-08-31T22:00:00.000Z' },
    })

  test('an app that is too old or too new is told what to do, and nothing is lost', async () => {
    const old = await report({ [protocolHeader]: '0' })
    expect([old.statusCode, old.json<{ code: string }>().code]).toEqual([409, 'commands/app-too-old'])
    expect(old.json<{ message: string }>().message).toContain('更新')
    const ahead = await report({ [protocolHeader]: String(offlineProtocol.now + 1) })
    expect(ahead.json()).toMatchObject({ code: 'commands/app-too-new', kind: 'too-many' })
  })

  test('what one person did is never taken in as another’s, or as nobody’s', async () => {
    const protocol = { [protocolHeader]: String(offlineProtocol.now) }
    const others = await report({ ...protocol, [personHeader]: newId() })
    expect(others.json()).toMatchObject({ code: 'commands/sign-in-first', kind: 'unauthenticated' })
    const nobodys = await report({ ...protocol, [personHeader]: me.person.id, cookie: '' })
    expect(nobodys.json()).toMatchObject({ code: 'commands/sign-in-first' })
    expect(isRefusal((await report({ ...protocol, [personHeader]: me.person.id })).json())).toBe(false)
  })

  test('the device’s own time stands in the audit beside the server’s, and a wrong one changes nothing else', async () => {
    const at = '1999-12-31T23:59:59.000Z'
    const reply = await report({ [deviceTimeHeader]: at })
    const { caseId } = reply.json<{ caseId: string }>()
    const auditor = await town.as('audit-admin')
    const asked = await town.app.inject({
      url: `/api/audit.list-entries?limit=5&subject=${caseId}`,
      headers: { 'x-wangge': '1', cookie: auditor.cookie! },
    })
    const [entry] = asked.json<{ rows: { command: string; at: string }[] }>().rows
    expect(entry).toMatchObject({ command: 'cases.report', deviceAt: at })
    expect(entry!.at.startsWith('1999')).toBe(false)
  })
})
