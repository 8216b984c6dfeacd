import { expect, test } from 'vitest'
import { OutOfReach } from '../../contract/common/client.ts'
import { defineRefusals } from '../../kernel/common/refusal.ts'
import { lookedAt } from './looked-at.ts'

const refuse = defineRefusals('test', { over: 'unauthenticated', gone: 'not-found' })
const never = new Promise<string>(() => {})

test('the server is believed when it answers; what lies on the phone is shown when it does not', async () => {
  expect(await lookedAt('old', Promise.resolve('new'))).toEqual({ answer: 'new', isKept: false })
  expect(await lookedAt('old', never, 1)).toEqual({ answer: 'old', isKept: true })
  expect(await lookedAt('old', Promise.reject(new OutOfReach(0)))).toEqual({ answer: 'old', isKept: true })
  expect(await lookedAt(undefined, Promise.resolve('new'))).toEqual({ answer: 'new', isKept: false })
})

test('signed out by time, the work goes on; what one may no longer see is not shown', async () => {
  expect(await lookedAt('old', Promise.resolve(refuse.over()))).toEqual({ answer: 'old', isKept: true })
  expect(await lookedAt('old', Promise.resolve(refuse.gone()))).toMatchObject({ code: 'test/gone' })
  expect(await lookedAt(undefined, Promise.resolve(refuse.over()))).toMatchObject({ code: 'test/over' })
  await expect(lookedAt(undefined, Promise.reject(new OutOfReach(0)))).rejects.toThrow(OutOfReach)
  await expect(lookedAt('old', Promise.reject(new Error('ours')))).rejects.toThrow('ours')
})
