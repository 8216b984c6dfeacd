import { expect, test } from 'vitest'
import { OutOfReach } from '../../contract/common/client.ts'
import type { OutboxItem } from '../common/outbox.ts'
import { type Line, sendCommand } from './sending.ts'

const item = { id: '1', command: 'cases.report', input: {}, release: 1, personId: 'p', madeAt: '2026-09-01' }

function answering(status: number, body: string) {
  const line: Line = { fetch: async () => new Response(body, { status }), locale: () => 'zh-CN', heard: () => {} }
  return sendCommand(line, item as unknown as OutboxItem).then(
    ({ answer }) => answer,
    (trouble: unknown) => (trouble instanceof OutOfReach ? trouble.status : trouble),
  )
}

test('only what the server has decided is an answer; in other words of anybody on the way nothing has come through', async () => {
  const refusal = { refused: true, code: 'commands/too-many', kind: 'too-many', detail: {} }
  expect(await answering(200, '{"number":"1"}')).toEqual({ number: '1' })
  expect(await answering(429, JSON.stringify(refusal))).toEqual(refusal)
  for (const status of [400, 403, 413, 429, 502, 503])
    expect(await answering(status, '{"error":"gateway"}')).toBe(status)
  expect(await answering(200, '<html>sign in to this network</html>')).toBe(200)
  expect(await answering(503, JSON.stringify(refusal))).toBe(503)
})
