import { expect, test } from 'vitest'
import { KeptAnswers } from './kept-answers.ts'
import { memoryVault } from './vault.ts'

const hour = 3_600_000

test('an answer lies there for its hours, under its question whatever the order of its parts', async () => {
  let now = 0
  const vault = memoryVault('lin')
  const answers = new KeptAnswers(vault, [{ query: 'cases.show', version: 1, hours: 2 }], () => now)
  await answers.keep('cases.show', { caseId: 'a', limit: undefined }, { number: '1' })
  expect(await answers.read('cases.show', { caseId: 'a' })).toEqual({ number: '1' })
  expect(await answers.read('cases.show', { caseId: 'b' })).toBeUndefined()
  now = 2 * hour + 1
  expect(await answers.read('cases.show', { caseId: 'a' })).toBeUndefined()
  await answers.sweep()
  expect(await vault.ids('answer')).toEqual([])
})

test('what no module named is not kept', async () => {
  const vault = memoryVault('lin')
  const answers = new KeptAnswers(vault, [])
  await answers.keep('hotline.calls', {}, { phone: '13800000000' })
  expect(await vault.ids('answer')).toEqual([])
})

test('an answer of an older app is brought up; of a query only some stay', async () => {
  const vault = memoryVault('lin')
  const old = new KeptAnswers(vault, [{ query: 'q', version: 1, hours: 1 }])
  await old.keep('q', { id: 'a' }, { name: 'x' })
  await old.keep('q', { id: 'b' }, { name: 'y' })
  const steps = { 1: (value: unknown) => ({ title: (value as { name: string }).name }) }
  const now = new KeptAnswers(vault, [{ query: 'q', version: 2, hours: 1, steps }])
  expect(await now.read('q', { id: 'a' })).toEqual({ title: 'x' })
  await now.keepOnly('q', [{ id: 'b' }])
  expect(await now.read('q', { id: 'a' })).toBeUndefined()
  expect(await now.read('q', { id: 'b' })).toEqual({ title: 'y' })
})
