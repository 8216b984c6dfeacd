import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KeyFileError, readKeyFile } from './key-file.ts'
import { createSecretBox } from './secret-box.ts'

const key = (byte: number) => Buffer.alloc(32, byte)
const box = createSecretBox({ current: 'a', keys: { a: key(1) } })

describe('sealing', () => {
  test('what was sealed opens again, and no two envelopes look alike', () => {
    const sealed = box.seal('动态口令 secret', 'person 1')
    expect(box.open(sealed, 'person 1')).toBe('动态口令 secret')
    expect(box.seal('动态口令 secret', 'person 1').equals(sealed)).toBe(false)
    expect(sealed.includes(Buffer.from('secret'))).toBe(false)
  })
  test('a secret moved to another row does not open', () => {
    expect(() => box.open(box.seal('x', 'person 1'), 'person 2')).toThrow()
  })
  test('any changed byte after the key id is noticed', () => {
    const sealed = box.seal('secret', 'p')
    for (let i = 3; i < sealed.length; i++) {
      const changed = Buffer.from(sealed)
      changed[i]! ^= 1
      expect(() => box.open(changed, 'p'), `byte ${i}`).toThrow()
    }
  })
  test('after a change of key the old envelopes still open, and a lost key says which it was', () => {
    const sealed = box.seal('old', 'p')
    const both = createSecretBox({ current: 'b', keys: { a: key(1), b: key(2) } })
    expect(both.open(sealed, 'p')).toBe('old')
    expect(() => createSecretBox({ current: 'b', keys: { b: key(2) } }).open(sealed, 'p')).toThrow(/key a/)
  })
})

describe('the key file', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wangge-keys-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('is made once, for its owner alone, by programs that start at the same moment', async () => {
    const path = join(folder, 'data', 'keys.json')
    const read = await Promise.all([1, 2, 3].map(() => readKeyFile(path, { create: true })))
    const again = await readKeyFile(path, { create: true })
    for (const keys of read) expect(keys).toEqual(again)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })
  test('is not invented for a database that is elsewhere', async () => {
    await expect(readKeyFile(join(folder, 'none.json'), { create: false })).rejects.toThrow(KeyFileError)
  })
  test('that others can read is refused', async () => {
    const path = join(folder, 'open.json')
    await readKeyFile(path, { create: true })
    await chmod(path, 0o644)
    await expect(readKeyFile(path, { create: false })).rejects.toThrow(/chmod 600/)
  })
  test('that is damaged is refused and left alone', async () => {
    const path = join(folder, 'damaged.json')
    await writeFile(path, '{"current":"k1","keys":{"k1":"AAAA"}}', { mode: 0o600 })
    await expect(readKeyFile(path, { create: true })).rejects.toThrow(KeyFileError)
    expect(await readFile(path, 'utf8')).toContain('AAAA')
  })
})
