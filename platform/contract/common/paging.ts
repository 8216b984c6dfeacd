import { z } from 'zod'
import { toCursor } from './cursor.ts'

/** What a paged list is asked: at most `limit` rows after `cursor`, which the previous page gave. */
export const pageInput = {
  limit: z.int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
}

/** `next` is null on the last page. Cursors hold the sort key of the last row, so rows that come and go do no harm. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.array(row), next: z.string().nullable() })
}

export interface Page<Row> {
  readonly rows: readonly Row[]
  /** Null on the last page. */
  readonly next: string | null
}

/** The page that was asked for, cut from rows of which one more than `limit` was fetched. */
export function cutPage<Row>(
  found: readonly Row[],
  limit: number,
  keyOf: (last: Row) => readonly (string | number)[],
): Page<Row> {
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows, next: found.length > limit && last !== undefined ? toCursor(keyOf(last)) : null }
}
