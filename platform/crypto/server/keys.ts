import { hkdfSync } from 'node:crypto'

/** Keys of one purpose: one to work with now, and those that may still be needed for what was made earlier. */
export interface KeyRing {
  readonly current: string
  readonly keys: Readonly<Record<string, Uint8Array>>
}

/**
 * Everything in the key file. The sealing ring is changed as often as one likes; the index ring has a life of its own,
 * since what is found by a number must not hang on the key that seals it; the lasting key is never changed: codes that
 * people hold on paper are made with it.
 */
export interface Keys extends KeyRing {
  readonly index: KeyRing
  readonly lasting: Uint8Array
}

/** A ring that may grow while the program runs. */
export type RingSource = KeyRing | (() => KeyRing)

export const ringOf = (source: RingSource): KeyRing => (typeof source === 'function' ? source() : source)

/**
 * A key file from before there was an index ring: its one key made both the blind index and the codes, so both stay as
 * they were, and from then on no longer follow the sealing key.
 */
export function completed(ring: KeyRing, index?: KeyRing, lasting?: Uint8Array): Keys {
  const first = ring.keys[ring.current]
  if (!first) throw new Error(`the key ${ring.current} is not in its ring`)
  return {
    ...ring,
    index: index ?? { current: 'i1', keys: { i1: derivedKey(first, 'caller numbers') } },
    lasting: lasting ?? first,
  }
}

/** A key for one purpose, so that one purpose's key says nothing about another's. */
export function derivedKey(key: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `wangge ${purpose}`, 32))
}
