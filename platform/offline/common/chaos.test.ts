import { describe, expect, test } from 'vitest'
import { instantOf } from '../../kernel/common/instant.ts'
import type { Refusal } from '../../kernel/common/refusal.ts'
import { after } from './after.ts'
import { emptyOutbox, type Outbox, type OutboxItem, type OutboxPhoto } from './outbox.ts'
import { takeStep } from './sender.ts'

/** Small and repeatable: a schedule is told by its number. */
function dice(seed: number) {
  let state = seed + 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Wanted {
  readonly id: string
  readonly subject: string
  readonly photos: readonly { readonly id: string; readonly bytes: number }[]
  readonly isRefused: boolean
}

/** The server's rules in short: once per request id, a piece of a photo only where the last one ended. */
class ModelServer {
  readonly done = new Map<string, string>()
  readonly bySubject = new Map<string, string[]>()
  readonly photos = new Map<string, number[]>()
  readonly sizes = new Map<string, number>()
  isSessionOver = false

  command(item: OutboxItem): unknown {
    if (this.isSessionOver) return refusal('commands/sign-in-first', 'unauthenticated')
    const known = this.done.get(item.id)
    if (known) return { result: known }
    const { photos, isRefused } = item.input as Wanted
    if (isRefused) return refusal('cases/not-now', 'conflict')
    if (photos.some(({ id, bytes }) => this.photos.get(id)?.length !== bytes))
      return refusal('files/unknown', 'invalid')
    const list = this.bySubject.get(item.subject) ?? []
    list.push(item.id)
    this.bySubject.set(item.subject, list)
    this.done.set(item.id, `result of ${item.id}`)
    return { result: `result of ${item.id}` }
  }

  piece(id: string, total: number, offset: number, bytes: readonly number[]) {
    const has = this.photos.get(id) ?? []
    this.photos.set(id, has)
    if (offset === has.length && has.length < total) has.push(...bytes)
    return { arrived: has.length, isWhole: has.length === total }
  }
}

function refusal(code: string, kind: Refusal['kind']): Refusal {
  return { refused: true, code, kind, detail: {} } as Refusal
}

class Broken extends Error {
  readonly status: number
  constructor(status: number) {
    super('broken')
    this.status = status
  }
}

const contentOf = (id: string, bytes: number) => Array.from({ length: bytes }, (_, at) => (at * 7 + id.length) % 251)

/** The line: everything that can go wrong on the way there and on the way back. */
function lineTo(roll: () => number, badness: number) {
  const delayed: (() => void)[] = []
  return {
    async through<T>(deliver: (share: number) => T): Promise<T> {
      while (delayed.length > 0 && roll() < 0.5) delayed.shift()!()
      const fate = roll() / badness
      if (fate < 0.1) throw new Broken(0)
      if (fate < 0.2) {
        delayed.push(() => void deliver(1))
        throw new Broken(0)
      }
      if (fate < 0.3) throw new Broken(500)
      if (fate < 0.4) {
        deliver(roll())
        throw new Broken(0)
      }
      const answer = deliver(1)
      if (fate < 0.5) deliver(1)
      if (fate < 0.6) throw new Broken(0)
      if (fate < 0.7) throw new Broken(502)
      return answer
    },
    settle: () => delayed.splice(0).forEach(deliver => deliver()),
  }
}

const pieceBytes = 16

async function runSchedule(seed: number) {
  const roll = dice(seed)
  const server = new ModelServer()
  const line = lineTo(roll, 0.5 + roll() * 0.6)
  let outbox: Outbox = emptyOutbox
  let now = 1_790_000_000_000
  const wanted: Wanted[] = []
  const count = 3 + Math.floor(roll() * 8)

  const world = {
    read: () => outbox,
    write: async (event: Parameters<typeof after>[1]) => {
      // Killed before it was written down: what the server answered is lost, the phone starts again from what it has.
      outbox = roll() < 0.06 ? after(outbox, { type: 'woken', by: 'start' }) : after(outbox, event)
    },
    command: (item: OutboxItem) =>
      // A command that is cut on its way is no command.
      line.through(share => ({ answer: share === 1 ? server.command(item) : null, answeredAt: null })),
    photo: (photo: OutboxPhoto) =>
      line.through(share => {
        const piece = contentOf(photo.id, photo.bytes).slice(photo.arrived, photo.arrived + pieceBytes)
        return server.piece(photo.id, photo.bytes, photo.arrived, piece.slice(0, Math.floor(piece.length * share)))
      }),
    now: () => instantOf(now),
    chance: roll,
  }

  function make(): void {
    const n = wanted.length
    const photos = Array.from({ length: Math.floor(roll() * 3) }, (_, at) => ({
      id: `photo-${n}-${at}`,
      bytes: 1 + Math.floor(roll() * 70),
    }))
    const one = { id: `request-${n}`, subject: `case-${Math.floor(roll() * 3)}`, photos, isRefused: roll() < 0.08 }
    wanted.push(one)
    const madeAt = instantOf(now)
    const item = { ...{ id: one.id, subject: one.subject, personId: 'lin', command: 'x', input: one }, madeAt }
    const taken = photos.map(photo => ({ ...photo, takenAt: madeAt }))
    outbox = after(outbox, { type: 'added', item: { ...item, release: 1, title: '' }, photos: taken })
  }

  for (let turn = 0; turn < 9_000; turn++) {
    if (wanted.length < count && roll() < 0.2) make()
    if (roll() < 0.02) server.isSessionOver = true
    if (server.isSessionOver && roll() < 0.2) {
      server.isSessionOver = false
      outbox = after(outbox, { type: 'woken', by: 'sign-in' })
    }
    if (roll() < 0.03) now -= 3_600_000
    if (roll() < 0.01) server.photos.delete(`photo-${Math.floor(roll() * count)}-0`)
    const rest = await takeStep(world)
    const isOver = outbox.items.every(({ state }) => state === 'done')
    if (rest === null && wanted.length >= count && isOver) break
    now += rest ?? 1_000
    // A person looks at what was refused: what can never be is dropped, the rest is tried again.
    for (const { id, state, input } of outbox.items) {
      if (state !== 'refused' || roll() < 0.5) continue
      outbox = after(outbox, { type: (input as Wanted).isRefused ? 'dropped' : 'tried-again', id })
    }
  }
  line.settle()
  return { outbox, server, wanted }
}

describe('one thousand random days of a phone with a bad line', () => {
  test.each(Array.from({ length: 10 }, (_, part) => part))('a hundred schedules, part %i of ten', async part => {
    for (let seed = part * 100; seed < part * 100 + 100; seed++) {
      const { outbox, server, wanted } = await runSchedule(seed)
      const due = wanted.filter(({ isRefused }) => !isRefused)
      const expected = new Map<string, string[]>()
      for (const { subject, id } of due) expected.set(subject, [...(expected.get(subject) ?? []), id])
      const open = outbox.items.filter(({ state }) => state !== 'done')
      expect(open, `schedule ${seed}: nothing is left behind`).toEqual([])
      for (const [subject, ids] of expected) {
        expect(server.bySubject.get(subject), `schedule ${seed}, ${subject}: once each, in order`).toEqual(ids)
      }
      expect(server.done.size, `schedule ${seed}`).toBe(due.length)
    }
  })

  test('a photo cut anywhere arrives byte for byte', async () => {
    const { server, wanted } = await runSchedule(4711)
    const photos = wanted.filter(({ isRefused }) => !isRefused).flatMap(one => one.photos)
    expect(photos.length).toBeGreaterThan(0)
    const there = photos.filter(({ id }) => server.photos.has(id))
    for (const { id, bytes } of there) expect(server.photos.get(id)).toEqual(contentOf(id, bytes))
  })
})
