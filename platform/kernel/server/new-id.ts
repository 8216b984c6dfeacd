import { randomFillSync } from 'node:crypto'
import { uuidV7 } from '../common/uuid.ts'

const bytesEach = 10

/** Random bytes are fetched for many ids at once; each is used once. */
const store = new Uint8Array(bytesEach * 256)
let used = store.length

/** A fresh id, made by whoever makes the thing. */
export function newId(): string {
  if (used === store.length) {
    randomFillSync(store)
    used = 0
  }
  const random = store.subarray(used, used + bytesEach)
  used += bytesEach
  return uuidV7(Date.now(), random)
}
