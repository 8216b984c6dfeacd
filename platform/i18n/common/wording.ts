/** The place's own words for words of the trade: 核实 → 核查. Only whole Chinese words of our texts, never what people wrote. */
export type Wording = Readonly<Record<string, string>>

/** Says a text in the place's own words. All at once, so that two words may be swapped. */
export function reword(text: string, wording: Wording): string {
  const known = Object.keys(wording)
  if (known.length === 0) return text
  return text.replace(new RegExp(known.map(escaped).join('|'), 'gu'), word => wording[word] ?? word)
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
