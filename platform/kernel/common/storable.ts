/** The database keeps neither the character with number 0 nor half a character; the first as text, the second as JSON. */
const unkept = /\u0000|\p{Cs}/gu

/**
 * Days by the calendar of ISO 8601 begin with the year 0, which the database does not know, and offsets lead back to it
 * from the year 1. Nothing of ours is so old: it is a slip of whoever sent it.
 */
const beforeOurCalendar = /^00\d\d-\d\d-\d\d(?:T|$)/

/** Whether a text can be kept as it is, and compared with what is kept. */
export function isStorable(text: string): boolean {
  return text.search(unkept) < 0 && !beforeOurCalendar.test(text)
}

/** The same without what the database keeps nowhere. Nobody can see it, and nothing that was written is lost for it. */
export function withoutUnkept(input: unknown): unknown {
  if (typeof input === 'string') return input.replace(unkept, '')
  if (Array.isArray(input)) return input.map(withoutUnkept)
  if (typeof input !== 'object' || input === null) return input
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, withoutUnkept(value)]))
}

/** Where in some input the first text lies that cannot be kept, as a path of fields; null when all can. */
export function unstorableIn(input: unknown, path: readonly string[] = []): readonly string[] | null {
  if (typeof input === 'string') return isStorable(input) ? null : path
  if (typeof input !== 'object' || input === null) return null
  for (const [name, value] of Object.entries(input)) {
    const found = isStorable(name) ? unstorableIn(value, [...path, name]) : path
    if (found) return found
  }
  return null
}

/** Whether boxes lie in boxes more than so many times: built to break whoever walks through them. */
export function isDeeperThan(levels: number, input: unknown): boolean {
  if (typeof input !== 'object' || input === null) return false
  return levels === 0 || Object.values(input).some(value => isDeeperThan(levels - 1, value))
}
