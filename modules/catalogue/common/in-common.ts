/** Dice's measure over pairs of characters, 0 to 1; null where neither text has a pair. */
export function inCommon(a: string, b: string): number | null {
  const [first, second] = [pairsOf(a), pairsOf(b)]
  if (first.size + second.size === 0) return null
  const shared = [...first].filter(pair => second.has(pair)).length
  return (2 * shared) / (first.size + second.size)
}

/** Half of all pairs of characters in common: less is another text. */
export const muchAlike = 0.5

function pairsOf(text: string): ReadonlySet<string> {
  const characters = [...text]
  return new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`))
}
