import { readCursor } from '#platform/contract/common/cursor.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'

export function idCursor(cursor: string | undefined): string | null {
  return readCursor(cursor, ['uuid'])?.[0] ?? null
}

export function timeCursor(cursor: string | undefined): { at: Instant; id: string } | null {
  const key = readCursor(cursor, ['instant', 'uuid'])
  return key && { at: key[0], id: key[1] }
}

export function nameCursor(cursor: string | undefined): { name: string; id: string } | null {
  const key = readCursor(cursor, ['text', 'uuid'])
  return key && { name: key[0], id: key[1] }
}
