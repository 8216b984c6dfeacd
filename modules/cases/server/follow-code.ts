import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto'

/** No 0 O, 1 I, 2 Z, 5 S, 6 G, 8 B, U V: codes are read out on the phone and copied by hand. */
const alphabet = '3479ACDEFGHJKLMNPQRTVWXY'
const length = 10

/**
 * The code that opens the follow page of a case, worked out from the case's id by a key, so that a report sent twice is
 * given the same code although it is kept nowhere. About 46 bits; wrong tries are limited besides.
 */
export function followCodeFor(key: Uint8Array, caseId: string): string {
  const digest = createHmac('sha256', prepared(key)).update(`follow code of ${caseId}`).digest()
  let rest = BigInt(`0x${digest.subarray(0, 16).toString('hex')}`)
  const base = BigInt(alphabet.length)
  let code = ''
  for (let i = 0; i < length; i++) {
    code += alphabet[Number(rest % base)]
    rest /= base
  }
  return code
}

/** What is kept of a code: with this alone, without the key, it cannot be tried out. */
export function followCodeHash(key: Uint8Array, caseId: string, code: string): Buffer {
  return createHmac('sha256', prepared(key))
    .update(`hash of ${caseId} ${plain(code)}`)
    .digest()
}

export function isFollowCode(key: Uint8Array, caseId: string, code: string, hash: Uint8Array): boolean {
  return timingSafeEqual(followCodeHash(key, caseId, code), hash)
}

const keys = new WeakMap<Uint8Array, KeyObject>()

/** A key has to be made ready once, not for each code. */
function prepared(key: Uint8Array): KeyObject {
  const known = keys.get(key) ?? createSecretKey(key)
  keys.set(key, known)
  return known
}

/** As people type it: small letters, blanks and dashes do no harm. */
function plain(code: string): string {
  return code.toUpperCase().replace(/[^0-9A-Z]/g, '')
}
