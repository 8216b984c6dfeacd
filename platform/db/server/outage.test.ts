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
  return { outage, told, pass, comesBack: () => void (isUp = true) }
}

test('however often it fails, a lost database is told once, and once when it is back', async () => {
  const { outage, told, pass, comesBack } = trial()
  for (let i = 0; i < 50; i++) expect(outage.covers(gone())).toBe(true)
  await pass()
  // The queue hands on copies of errors.
  expect(outage.covers({ message: 'Connection terminated unexpectedly', queue: 'audit.seal' })).toBe(true)
  expect(told).toEqual(['lost', 'asked'])
  comesBack()
  await pass()
  expect(told).toEqual(['lost', 'asked', 'asked', 'back'])
  outage.covers(gone())
  expect(told.at(-1)).toBe('lost')
})

test('any other trouble is left to be told; a program that ends says nothing more', async () => {
  const { outage, told, pass, comesBack } = trial()
  expect(outage.covers(new Error('relation does not exist'))).toBe(false)
  expect(told).toEqual([])
  outage.covers(gone())
  outage.stop()
  comesBack()
  await pass()
  expect(told).toEqual(['lost', 'asked'])
  expect(outage.covers(gone())).toBe(true)
  expect(told).toEqual(['lost', 'asked'])
})
