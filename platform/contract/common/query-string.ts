/**
 * How a query's input travels in the address: text as it is, everything else as JSON, which for numbers and
 * booleans looks the same (`limit=50&open=true&kinds=["component"]`).
 */
export function toQueryString(input: object): string {
  const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
  return Object.entries(input)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(text(value))}`)
    .join('&')
}

/** Reads it back. `isText` says which fields are text by the contract; JSON that cannot be read stays text. */
export function fromQueryString(query: Readonly<Record<string, unknown>>, isText: (key: string) => boolean) {
  return Object.fromEntries(
    Object.entries(query).map(([key, value]) => [
      key,
      typeof value !== 'string' || isText(key) ? value : readJson(value),
    ]),
  )
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
