import { expect, test } from 'vitest'
import type { Client } from '#platform/contract/common/client.ts'
import { refuse } from '../common/refusals.ts'
import { isComplete, type Outcome, type Planned, runBatch } from './batch.ts'

const one = (caseId: string, may = true): Planned => ({
  ...{ caseId, number: caseId, status: 'filed', version: 3 },
  whyNot: may ? null : { refused: true, code: 'cases/not-in-this-status', kind: 'conflict', detail: {} },
})
const words = { text: ' 重复上报 ', unitId: 'unit-1' }

test('each case is a command with its own request; a refusal or a broken line stops none of the others', async () => {
  const sent: { name: string; input: unknown; requestId: string }[] = []
  const command = async (name: string, input: { caseId: string }, { requestId }: { requestId: string }) => {
    sent.push({ name, input, requestId })
    if (input.caseId === 'refused') return refuse['not-found']()
    if (input.caseId === 'broken') throw new Error('line')
    return {}
  }
  const outcomes = new Map<string, Outcome>()
  let ids = 0
  const cases = [one('a'), one('refused'), one('not-now', false), one('broken'), one('b')]
  await runBatch({ command } as unknown as Pick<Client, 'command'>, 'void', cases, words, {
    newId: () => `request-${(ids += 1)}`,
    onOutcome: (caseId, outcome) => outcomes.set(caseId, outcome),
  })
  expect(sent.map(({ requestId }) => requestId)).toEqual(['request-1', 'request-2', 'request-3', 'request-4'])
  expect(sent[0]).toMatchObject({ name: 'cases.void', input: { caseId: 'a', version: 3, reason: '重复上报' } })
  expect([...outcomes.keys()]).toEqual(['a', 'refused', 'broken', 'b'])
  expect(outcomes.get('a')).toBeNull()
  expect(outcomes.get('refused')).toMatchObject({ trouble: { code: 'cases/not-found' } })
  expect(outcomes.get('broken')).toMatchObject({ trouble: { message: 'line' } })
  expect(outcomes.get('b')).toBeNull()
})

test('what a step needs must be given before it is sent', () => {
  expect(isComplete('void', { text: ' ', unitId: '' })).toBe(false)
  expect(isComplete('urge', { text: '请抓紧', unitId: '' })).toBe(true)
  expect(isComplete('dispatch', { text: '', unitId: '' })).toBe(false)
  expect(isComplete('close', { text: '', unitId: '' })).toBe(true)
})
