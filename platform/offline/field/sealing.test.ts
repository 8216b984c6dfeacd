import { expect, test } from 'vitest'
import { keyFrom, seal, unseal } from './sealing.ts'

const secret = Buffer.alloc(32, 7).toString('base64')
const key = await keyFrom(secret, 'phone', 'lin')

test('what is sealed says nothing, and opens with the same secret on the same phone for the same person', async () => {
  const sealed = await seal(key, 'lin/draft/report', { words: '门口一堆垃圾' })
  expect(Buffer.from(sealed.body).includes(Buffer.from('垃圾'))).toBe(false)
  const again = await keyFrom(secret, 'phone', 'lin')
  expect(await unseal(again, 'lin/draft/report', sealed)).toEqual({ words: '门口一堆垃圾' })
  for (const other of [await keyFrom(secret, 'phone', 'wang'), await keyFrom(secret, 'tablet', 'lin')]) {
    await expect(unseal(other, 'lin/draft/report', sealed)).rejects.toThrow()
  }
})

test('moved to another row it does not open, and bytes come back as bytes', async () => {
  const bytes = new Uint8Array([1, 2, 3]).buffer
  const sealed = await seal(key, 'lin/bytes/a', bytes)
  expect(new Uint8Array((await unseal(key, 'lin/bytes/a', sealed)) as ArrayBuffer)).toEqual(new Uint8Array([1, 2, 3]))
  await expect(unseal(key, 'lin/bytes/b', sealed)).rejects.toThrow()
})

test('no script can read the key', async () => {
  expect(key.extractable).toBe(false)
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
})
