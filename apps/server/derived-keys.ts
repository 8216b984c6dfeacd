import { hkdfSync } from 'node:crypto'
import type { Keys } from '#platform/crypto/server/index.ts'

/** A key for one purpose, from the key file, so that one purpose's key says nothing about another's. */
function derived({ current, keys }: Keys, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', keys[current]!, Buffer.alloc(0), `wangge ${purpose}`, 32))
}

/** Makes and checks the codes by which reporters follow their matters. */
export const followKey = (keys: Keys): Buffer => derived(keys, 'follow codes')

/** Finds a caller's earlier calls without keeping the number readable. */
export const callerKey = (keys: Keys): Buffer => derived(keys, 'caller numbers')

/** Signs the passes that show a photo without a session. */
export const photoPassKey = (keys: Keys): Buffer => derived(keys, 'photo passes')
