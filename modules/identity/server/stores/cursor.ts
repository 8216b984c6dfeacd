import { readCursor } from '#platform/contract/common/paging.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** A cursor comes back from outside and is compared with columns that are not text: what does not fit is no cursor. */
export function idCursor(cursor: string | undefined): string | null {
  const key = readCursor(cursor, 1)
  const id = String(key?.[0])
  return uuid.test(id) ? id : null
}

export function timeCursor(cursor: string | undefined): { at: Instant; id: string } | null {
  const key = readCursor(cursor, 2)
  const [at, id] = [String(key?.[0]), String(key?.[1])]
  return instant.test(at) && uuid.test(id) ? { at, id } : null
}

export function nameCursor(cursor: string | undefined): { name: string; id: string } | null {
  const key = readCursor(cursor, 2)
  const [name, id] = [String(key?.[0]), String(key?.[1])]
  return uuid.test(id) && !name.includes('\0') ? { name, id } : null
}
