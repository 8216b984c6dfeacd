import { createHash, randomBytes } from 'node:crypto'

/** A secret that opens something: 256 random bits, given away once and kept only as a hash. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** A fast hash is enough here: the token has more entropy than can be searched. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Under what a login's failures are counted. People type passwords into the wrong field, so it is not kept as typed. */
export function loginKey(login: string): string {
  return createHash('sha256')
    .update(`login:${loginAsWritten(login)}`)
    .digest('hex')
}

export function loginAsWritten(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase()
}

/** An address for counting. IPv6 by its first 64 bits, since one line has all the rest to itself. */
export function addressKey(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail = ''] = plain.split('%')[0]!.split('::')
  const front = head.split(':').filter(part => part !== '')
  const back = tail.split(':').filter(part => part !== '')
  const zeros = plain.includes('::') ? Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0') : []
  return `${[...front, ...zeros, ...back]
    .slice(0, 4)
    .map(part => Number.parseInt(part, 16).toString(16))
    .join(':')}::/64`
}
