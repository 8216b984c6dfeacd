import { describe, expect, test } from 'vitest'
import type { Refusal } from '../../kernel/common/refusal.ts'
import { after, tidied } from './after.ts'
import { countOutbox, emptyOutbox, nextStep, type Outbox } from './outbox.ts'

const at = (minutes: number) => new Date(Date.parse('2026-09-01T01:00:00.000Z') + minutes * 60_000).toISOString()

function add(outbox: Outbox, id: string, subject: string, photos: string[] = []): Outbox {
  const item = {
    id,
    subject,
    personId: 'lin',
    command: 'cases.report',
    input: {},
    madeAt: at(0),
    release: 1,
    title: id,
  }
  const taken = photos.map(photo => ({ id: photo, bytes: 10, takenAt: at(0) }))
  return after(outbox, { type: 'added', item, photos: taken })
}
const no = (code: string, kind: Refusal['kind']) => ({ refused: true, code, kind, detail: {} }) as Refusal
const refused = (outbox: Outbox, id: string, refusal: Refusal) =>
  after(outbox, { type: 'refused', id, refusal, answeredAt: at(1) })

describe('what leaves next', () => {
  test('the first of each subject; one that was refused holds back what follows it and nothing else', () => {
    let outbox = add(add(add(emptyOutbox, 'a1', 'a'), 'a2', 'a'), 'b1', 'b')
    expect(nextStep(outbox, at(0))).toMatchObject({ kind: 'command', item: { id: 'a1' } })
    outbox = refused(outbox, 'a1', no('cases/changed', 'conflict'))
    expect(nextStep(outbox, at(0))).toMatchObject({ item: { id: 'b1' } })
    expect(countOutbox(outbox)).toEqual({ waiting: 2, needYou: 1 })
    outbox = after(outbox, { type: 'dropped', id: 'a1' })
    expect(nextStep(outbox, at(0))).toMatchObject({ item: { id: 'a2' } })
  })

  test('photos before their command; words of others do not wait for them', () => {
    let outbox = add(add(emptyOutbox, 'a1', 'a', ['p1']), 'b1', 'b')
    expect(nextStep(outbox, at(0))).toMatchObject({ item: { id: 'b1' } })
    outbox = after(outbox, { type: 'done', id: 'b1', answer: {}, answeredAt: at(1) })
    expect(nextStep(outbox, at(0))).toMatchObject({ kind: 'photo', photo: { id: 'p1', arrived: 0 } })
    outbox = after(outbox, { type: 'photo-arrived', id: 'p1', arrived: 10, isWhole: true })
    expect(nextStep(outbox, at(0))).toMatchObject({ item: { id: 'a1' } })
  })

  test('rests longer after each failure, not for ever, and not at all when the clock was set back', () => {
    let outbox = add(emptyOutbox, 'a1', 'a')
    const rests: number[] = []
    for (let n = 0; n < 12; n++) {
      outbox = after(outbox, { type: 'line-down', at: at(0), chance: 1 })
      const step = nextStep(outbox, at(0))
      rests.push(step.kind === 'wait' ? step.milliseconds : 0)
    }
    expect(rests.slice(0, 4)).toEqual([2_000, 4_000, 8_000, 16_000])
    expect(Math.max(...rests)).toBe(300_000)
    expect(nextStep(outbox, at(-600))).toMatchObject({ kind: 'command' })
    expect(nextStep(after(outbox, { type: 'woken', by: 'look' }), at(0))).toMatchObject({ kind: 'command' })
  })
})

describe('what an answer does', () => {
  test('a session that is over waits for its person and goes on when they are back', () => {
    let outbox = refused(add(emptyOutbox, 'a1', 'a'), 'a1', no('commands/sign-in-first', 'unauthenticated'))
    expect(outbox.items[0]).toMatchObject({ state: 'needs-you' })
    outbox = after(outbox, { type: 'woken', by: 'sign-in' })
    expect(outbox.items[0]).toMatchObject({ state: 'waiting', refusal: null })
  })

  test('photos that the server no longer has are sent again once', () => {
    let outbox = add(emptyOutbox, 'a1', 'a', ['p1'])
    const whole = { type: 'photo-arrived', id: 'p1', arrived: 10, isWhole: true } as const
    outbox = refused(after(outbox, whole), 'a1', no('files/unknown', 'invalid'))
    expect(nextStep(outbox, at(0))).toMatchObject({ kind: 'photo', photo: { arrived: 0 } })
    outbox = refused(after(outbox, whole), 'a1', no('files/unknown', 'invalid'))
    expect(outbox.items[0]).toMatchObject({ state: 'refused' })
  })

  test('killed while sending it waits again; the same command is not added twice; both clocks are kept', () => {
    let outbox = after(add(emptyOutbox, 'a1', 'a'), { type: 'sending', id: 'a1' })
    outbox = after(outbox, { type: 'woken', by: 'start' })
    expect(add(outbox, 'a1', 'a').items).toMatchObject([{ state: 'waiting' }])
    outbox = after(outbox, { type: 'done', id: 'a1', answer: { number: '1' }, answeredAt: at(90) })
    expect(outbox.items).toMatchObject([{ state: 'done', madeAt: at(0), answeredAt: at(90) }])
    expect(tidied(outbox, 1).items).toHaveLength(1)
    expect(tidied(outbox, 0).items).toEqual([])
  })

  test('done again to what the thing is now it is a request of its own, with the same photos', () => {
    let outbox = refused(add(emptyOutbox, 'a1', 'a', ['p1']), 'a1', no('cases/changed-meanwhile', 'conflict'))
    outbox = after(outbox, { type: 'renewed', id: 'a1', as: 'a1-again', input: { version: 3 } })
    expect(outbox.items).toMatchObject([{ id: 'a1-again', state: 'waiting', input: { version: 3 }, refusal: null }])
    expect(outbox.photos).toMatchObject([{ id: 'p1', itemId: 'a1-again' }])
  })

  test('an app that is too old waits for its update and then goes on by itself', () => {
    let outbox = refused(add(emptyOutbox, 'a1', 'a'), 'a1', no('commands/app-too-old', 'conflict'))
    expect(outbox.items[0]).toMatchObject({ state: 'needs-you' })
    outbox = after(outbox, { type: 'woken', by: 'look' })
    expect(outbox.items[0]).toMatchObject({ state: 'needs-you' })
    expect(after(outbox, { type: 'woken', by: 'start' }).items[0]).toMatchObject({ state: 'waiting', refusal: null })
  })
})
