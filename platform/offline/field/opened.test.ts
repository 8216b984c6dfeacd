import { expect, test } from 'vitest'
import type { Client } from '../../contract/common/client.ts'
import type { OutboxItem } from '../common/outbox.ts'
import { offlineProtocol, protocolHeader } from '../common/protocol.ts'
import { openVault } from './opened.ts'
import { memoryVault } from './vault.ts'

test('what an older app made and this one no longer does leaves the phone as it was made', async () => {
  const vault = memoryVault('lin')
  const item: OutboxItem = {
    ...{ id: 'a', sequence: 1, personId: 'lin', command: 'cases.of-before', input: { words: 'x' }, title: 'x' },
    ...{ subject: 'case 1', madeAt: '2026-09-01T01:00:00.000Z', release: offlineProtocol.now },
    ...{ state: 'waiting', pause: null, answer: null, answeredAt: null, refusal: null, sentPhotosAgain: false },
  }
  await vault.write([{ kind: 'item', id: 'a', value: item }])
  const sent: { path: string; body: unknown; protocol: string | undefined }[] = []
  const opened = await openVault(vault, {
    ...{ modules: [], whoIs: 'me', client: {} as Client, onAnswer: () => {}, onEvent: () => {}, onStocked: () => {} },
    line: {
      locale: () => 'en',
      heard: () => {},
      async fetch(path, init) {
        const headers = init.headers as Record<string, string>
        sent.push({ path, body: JSON.parse(String(init.body)), protocol: headers[protocolHeader] })
        return Response.json({ ok: true })
      },
    },
  })
  opened.engine.run()
  await expect.poll(() => opened.engine.snapshot().items[0]?.state).toBe('done')
  expect(sent).toEqual([{ path: '/api/cases.of-before', body: { words: 'x' }, protocol: String(offlineProtocol.now) }])
  await opened.engine.close()
})
