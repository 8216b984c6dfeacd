const twoDigits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const dashBefore = new Set([4, 6, 8, 10])

/**
 * UUIDv7 (RFC 9562, 5.7): the time in milliseconds, then random bits, so ids sort by birth.
 * Pure: the caller brings the time and ten random bytes.
 */
export function uuidV7(milliseconds: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16)
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(milliseconds / 2 ** (8 * (5 - i))) & 0xff
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  let hex = ''
  for (let i = 0; i < 16; i++) hex += (dashBefore.has(i) ? '-' : '') + twoDigits[bytes[i]!]!
  return hex
}

const written = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const isUuid = (text: string): boolean => written.test(text)

/** Each once. Others ask with whatever they were given, and a column of ids takes nothing else: what is no id is left out. */
export function uuidsAmong(ids: readonly string[]): string[] {
  return [...new Set(ids)].filter(isUuid)
}
