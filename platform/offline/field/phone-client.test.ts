import { expect, test } from 'vitest'
import { createClient } from '../../contract/common/client.ts'
import type { OutboxItem } from '../common/outbox.ts'
import { KeptAnswers } from './kept-answers.ts'
import { phoneClient } from './phone-client.ts'
import { memoryVault } from './vault.ts'

/** A server that answers, refuses, is silent or is not there, as the test says. */
function world(options: { readonly waiting?: readonly OutboxItem[] } = {}) {
  const line = { state: 'up' as 'up' | 'down' | 'silent', status: 200, body: { rows: [1] } as object }
  const renewed: string[] = []
  const answers = new KeptAnswers(memoryVault('lin'), [{ query: 'inbox.list', version: 1, hours: 1 }])
  const base = createClient({
    fetch: async () => {
      if (line.state === 'down') throw new TypeError('no network')
      if (line.state === 'silent') await new Promise(resolve => setTimeout(resolve, 3_000))
      return { status: line.status, json: async () => line.body }
    },
    newId: () => 'id',
    locale: () => 'zh-CN',
  })
  const client = phoneClient({
    base,
    answers: () => answers,
    waiting: () => options.waiting ?? [],
    modules: [
      {
        name: 'm',
        messages: { 'zh-CN': {}, en: {} },
        answers: [],
        commands: [],
        overlay: async ({ answer }, waiting) => ({ ...(answer as object), waiting: waiting.length }),
        computes: { 'grid.locate': async () => ({ path: '1.2' }) },
      },
    ],
    whenOver: async () => ({ rows: ['still'] }),
    onRenewed: query => renewed.push(query),
    onAnswered: () => {},
  })
  const ask = (name = 'inbox.list') => client.query(name, {}) as Promise<unknown>
  return { line, ask, renewed, answers }
}

test('without a network the last answer is given; what was never asked is out of reach', async () => {
  const { line, ask } = world()
  expect(await ask()).toEqual({ rows: [1] })
  line.state = 'down'
  expect(await ask()).toEqual({ rows: [1] })
  await expect(ask('cases.other')).rejects.toThrow('no usable answer')
})

test('after a silence the last answer is shown, and a newer one is kept and told of', async () => {
  const { line, ask, renewed, answers } = world()
  await ask()
  line.state = 'silent'
  line.body = { rows: [2] }
  expect(await ask()).toEqual({ rows: [1] })
  await new Promise(resolve => setTimeout(resolve, 1_000))
  expect(renewed).toEqual(['inbox.list'])
  expect(await answers.read('inbox.list', {})).toEqual({ rows: [2] })
})

test('who lost the right to see it does not find it on the phone either', async () => {
  const { line, ask } = world()
  await ask()
  line.body = { refused: true, code: 'commands/not-allowed', kind: 'not-allowed', detail: {} }
  expect(await ask()).toMatchObject({ code: 'commands/not-allowed' })
  line.state = 'down'
  await expect(ask()).rejects.toThrow()
})

test('a session that ran out shows what is here; what waits is shown as done; a phone answers what it can', async () => {
  const { line, ask } = world({ waiting: [{} as OutboxItem] })
  line.body = { refused: true, code: 'identity/session-expired', kind: 'unauthenticated', detail: {} }
  expect(await ask()).toEqual({ rows: ['still'], waiting: 1 })
  line.state = 'down'
  expect(await ask('grid.locate')).toEqual({ path: '1.2', waiting: 1 })
})
