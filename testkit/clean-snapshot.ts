/** What differs at every run, by the word that stands for it in a snapshot. */
const passing = {
  id: /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g,
  instant: /\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z/g,
  number: /\b\d{6}-\d{4}-\d{6,}\b/g,
  hash: /\b[0-9a-f]{64}\b/g,
} as const

/**
 * A value for a snapshot: ids, instants, case numbers and hashes become `id-1`, `instant-2` …, counted by kind in the
 * order in which they are met. What was the same stays the same, so that the snapshot still shows what belongs together.
 * `also` names further things of one test, such as a follow code.
 */
export function cleanSnapshot(value: unknown, also: Readonly<Record<string, string>> = {}): unknown {
  const words = new Map<string, string>(Object.entries(also).map(([name, text]) => [text, name]))
  const counts = new Map<string, number>()
  const wordFor = (kind: string) => (text: string) => {
    const known = words.get(text)
    if (known !== undefined) return known
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    const word = `${kind}-${count}`
    words.set(text, word)
    return word
  }
  const clean = (part: unknown): unknown => {
    if (typeof part === 'string') {
      const named = words.get(part)
      if (named !== undefined) return named
      return Object.entries(passing).reduce((text, [kind, pattern]) => text.replace(pattern, wordFor(kind)), part)
    }
    if (Array.isArray(part)) return part.map(clean)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [String(clean(key)), clean(inner)]))
  }
  return clean(value)
}
