import { expect, test } from 'vitest'
import { Outage } from './outage.ts'

const gone = () => Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
const turns = () => new Promise(resolve => setImmediate(resolve))

/** A server that is asked only when the test lets time pass. */
function trial() {
  const told: string[] = []
  let isUp = false
  let next: (() => void) | undefined
  const outage = new Outage({
    ask: async () => {
      told.push('asked')
      if (!isUp) throw gone()
    },
    onLost: () => told.push('lost'),
    onBack: () => told.push('back'),
    pause: () => new Promise<void>(resolve => (next = resolve)),
  })
  const pass = async () => {
    next?.()
    await turns()
  }
  return { outage, told, pass, comesBack: () => void (isUp = true), goes: () => void (isUp = false) }
}

test('however often it fails, a lost database is told once, and once when it is back', async () => {
  const { outage, told, pass, comesBack } = trial()
  for (let i = 0; i < 50; i++) expect(outage.covers(gone())).toBe(true)
  await pass()
  // The queue hands on copies of errors.
  expect(outage.covers({ message: 'Connection terminated unexpectedly', queue: 'audit.seal' })).toBe(true)
  await pass()
  expect(told).toEqual(['asked', 'lost', 'asked'])
  comesBack()
  await pass()
  expect(told).toEqual(['asked', 'lost', 'asked', 'asked', 'back'])
})

test('a line that was cut, of a database that answers, is no news; the next loss is', async () => {
  const { outage, told, pass, comesBack, goes } = trial()
  comesBack()
  outage.covers(gone())
  await pass()
  expect(told).toEqual(['asked'])
  goes()
  outage.covers(gone())
  await pass()
  expect(told).toEqual(['asked', 'asked', 'lost'])
})

test('any other trouble is left to be told; a program that ends says nothing more', async () => {
  const { outage, told, pass, comesBack } = trial()
  expect(outage.covers(new Error('relation does not exist'))).toBe(false)
  expect(told).toEqual([])
  outage.covers(gone())
  await pass()
  outage.stop()
  comesBack()
  await pass()
  expect(told).toEqual(['asked', 'lost', 'asked'])
  expect(outage.covers(gone())).toBe(true)
  expect(told).toEqual(['asked', 'lost', 'asked'])
})

test('a program told to end together with its database says nothing of it', async () => {
  const { outage, told, pass } = trial()
  outage.covers(gone())
  outage.stop()
  await pass()
  expect(told).toEqual(['asked'])
})
