import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { link, mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { completed, type KeyRing, type Keys } from './keys.ts'

const keyBytes = 32

const Ring = z.object({
  current: z.string().min(1).max(40),
  keys: z.record(z.string().min(1).max(40), z.base64()),
})
const KeyFile = Ring.extend({ index: Ring.optional(), lasting: z.base64().optional() })

/** The key file cannot be used, and a person has to do something about it. Printed before anybody chose a language. */
export class KeyFileError extends Error {
  constructor(chinese: string, english: string) {
    super(`${chinese}\n${english}`)
    this.name = 'KeyFileError'
  }
}

/**
 * Reads the keys that seal secrets. With `create` a missing file is made, which is right for our own database, whose
 * data directory is new at the same moment. With a database elsewhere a new key would silently make sealed secrets
 * unreadable, so there a missing file is an error.
 */
export async function readKeyFile(path: string, { create }: { create: boolean }): Promise<Keys> {
  const found = await read(path)
  if (found !== null) return complete(path, found)
  if (!create) {
    throw new KeyFileError(
      `找不到密钥文件 ${path}。请从备份或其他服务器复制；全新安装请运行 node platform/crypto/server/make-key-file.ts ${path}`,
      `The key file ${path} is missing. Copy it from the backup or from another server; for a new installation run: node platform/crypto/server/make-key-file.ts ${path}`,
    )
  }
  await makeKeyFile(path)
  return parse(path, (await read(path)) ?? '')
}

/** A file from before there was an index ring is written once more, so that the ring lasts from now on. */
async function complete(path: string, found: string): Promise<Keys> {
  const keys = parse(path, found)
  if (!found.includes('"lasting"')) await writeKeyFile(path, keys)
  return keys
}

/** The newest keys of a file that was read before: another process may have added one. */
export function rereadKeyFile(path: string): Keys {
  return parse(path, readFileSync(path, 'utf8'))
}

/** Puts a whole new file in the place of the old one: whoever reads meanwhile finds the one or the other. */
export async function writeKeyFile(path: string, keys: Keys): Promise<void> {
  const half = `${path}.${randomBytes(4).toString('hex')}.new`
  const file = await open(half, 'wx', 0o600)
  try {
    await file.writeFile(`${textOf(keys)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(half, path)
}

const ringText = ({ current, keys }: KeyRing) => ({
  current,
  keys: Object.fromEntries(Object.entries(keys).map(([id, key]) => [id, Buffer.from(key).toString('base64')])),
})

function textOf(keys: Keys): string {
  const lasting = Buffer.from(keys.lasting).toString('base64')
  return JSON.stringify({ ...ringText(keys), index: ringText(keys.index), lasting }, null, 2)
}

/** A new key with a name of its own. */
export function newKey(letter: string): { readonly id: string; readonly key: Buffer } {
  return { id: `${letter}${randomBytes(4).toString('hex')}`, key: randomBytes(keyBytes) }
}

/** Makes a key file readable by its owner alone. Two programs may start at once: the file that is there first stays. */
export async function makeKeyFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const { id, key } = newKey('k')
  const index = newKey('i')
  const text = textOf({
    ...{ current: id, keys: { [id]: key }, lasting: randomBytes(keyBytes) },
    index: { current: index.id, keys: { [index.id]: index.key } },
  })
  const half = `${path}.${id}.new`
  const file = await open(half, 'wx', 0o600)
  try {
    await file.writeFile(`${text}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    await link(half, path)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    await unlink(half)
  }
}

async function read(path: string): Promise<string | null> {
  try {
    const { mode } = await stat(path)
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new KeyFileError(
        `密钥文件 ${path} 其他用户也能读取。请运行 chmod 600 ${path}`,
        `Other users can read the key file ${path}. Run: chmod 600 ${path}`,
      )
    }
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}

function parse(path: string, text: string): Keys {
  const file = KeyFile.safeParse(readJson(text))
  const ring = file.success ? decoded(file.data) : null
  const index = file.success && file.data.index ? decoded(file.data.index) : null
  const lasting = file.success && file.data.lasting ? Buffer.from(file.data.lasting, 'base64') : undefined
  const isWhole = ring && (index !== null || !file.data?.index) && (!lasting || lasting.length === keyBytes)
  if (!isWhole) {
    throw new KeyFileError(
      `密钥文件 ${path} 已损坏。请从备份恢复；没有它，已加密的内容无法读取。`,
      `The key file ${path} is damaged. Restore it from the backup; without it what was sealed cannot be read.`,
    )
  }
  return completed(ring, index ?? undefined, lasting)
}

/** Null when a key is missing or of the wrong length. */
function decoded({ current, keys }: z.infer<typeof Ring>): KeyRing | null {
  const ring = Object.fromEntries(Object.entries(keys).map(([id, key]) => [id, Buffer.from(key, 'base64')]))
  return ring[current] && Object.values(ring).every(key => key.length === keyBytes) ? { current, keys: ring } : null
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
