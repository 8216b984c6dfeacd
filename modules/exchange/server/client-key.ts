import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, given away once. The beginning lets people and scanners of leaked secrets know what it is. */
export function newKey(): string {
  return `wgx_${randomBytes(32).toString('base64url')}`
}

/** A fast hash is enough here: the key has more entropy than can be searched. */
export function hashOfKey(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}

export const hintOf = (key: string) => key.slice(-4)
