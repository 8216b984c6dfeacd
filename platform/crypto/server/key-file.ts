import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Keys } from './secret-box.ts'

const keyBytes = 32

const KeyFile = z.object({
  current: z.string().min(1).max(40),
  keys: z.record(z.string().min(1).max(40), z.base64()),
})

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
  if (found !== null) return parse(path, found)
  if (!create) {
    throw new KeyFileError(
      `找不到密钥文件 ${path}。请从备份或其他服务器复制；全新安装请运行 node platform/crypto/server/make-key-file.ts ${path}`,
      `The key file ${path} is missing. Copy it from the backup or from another server; for a new installation run: node platform/crypto/server/make-key-file.ts ${path}`,
    )
  }
  await makeKeyFile(path)
  return parse(path, (await read(path)) ?? '')
}

/** Makes a key file readable by its owner alone. Two programs may start at once: the file that is there first stays. */
export async function makeKeyFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const id = `k${randomBytes(4).toString('hex')}`
  const text = JSON.stringify({ current: id, keys: { [id]: randomBytes(keyBytes).toString('base64') } }, null, 2)
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
  const keys = file.success ? file.data.keys : {}
  const decoded = Object.fromEntries(Object.entries(keys).map(([id, key]) => [id, Buffer.from(key, 'base64')]))
  const whole = file.success && decoded[file.data.current] && Object.values(decoded).every(k => k.length === keyBytes)
  if (!whole) {
    throw new KeyFileError(
      `密钥文件 ${path} 已损坏。请从备份恢复；没有它，已加密的内容无法读取。`,
      `The key file ${path} is damaged. Restore it from the backup; without it what was sealed cannot be read.`,
    )
  }
  return { current: file.data.current, keys: decoded }
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
