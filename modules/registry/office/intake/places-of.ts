/** Where the two of a pair are, from the first grid in which they differ; the one grid when it is the same. */
export function placesOf(a: readonly string[], b: readonly string[]): readonly string[] {
  const differ = a.findIndex((name, at) => name !== b[at])
  const from = differ === -1 ? a.length : differ
  if (from === a.length && a.length === b.length) return a.slice(-1)
  return [a, b].map(names => (from < names.length ? names.slice(from) : names.slice(-1)).join(''))
}
