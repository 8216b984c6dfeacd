import { expect } from 'vitest'

/** Rows as they lie in the database tell none of these words: neither as text nor as the bytes of a column that is sealed. */
export function expectUnreadable(rows: readonly object[], words: readonly string[]): void {
  expect(rows.length).toBeGreaterThan(0)
  const kept = rows.flatMap(row => Object.values(row).map(readable)).join('\n')
  for (const word of words) expect(kept).not.toContain(word)
}

function readable(value: unknown): string {
  if (Buffer.isBuffer(value)) return value.toString('utf8')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
