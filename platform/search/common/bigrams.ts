/**
 * Words for full-text search, the same function at writing and at asking. Chinese has no blanks between words and a
 * two-character word finds nothing in a trigram index, so runs of Chinese characters are cut into overlapping pairs;
 * Latin words and numbers stay whole.
 */
export interface Tokens {
  /** Pairs of neighbouring Chinese characters. */
  readonly pairs: readonly string[]
  /** Single Chinese characters. */
  readonly characters: readonly string[]
  /** Latin words and numbers, in small letters. */
  readonly words: readonly string[]
}

// PostgreSQL refuses lexemes above two kilobytes; nobody searches for a word of more letters than this.
const longestWord = 64
const run = /\p{Script=Han}+|[\p{L}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu
const chinese = /^\p{Script=Han}/u
const lastWord = /(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?=[^\p{L}\p{N}]*$)/u

export function tokensOf(text: string): Tokens {
  const pairs = new Set<string>()
  const characters = new Set<string>()
  const words = new Set<string>()
  for (const [found] of text.normalize('NFKC').toLowerCase().matchAll(run)) {
    if (!chinese.test(found)) {
      words.add(found.slice(0, longestWord))
      continue
    }
    const all = [...found]
    for (const [i, character] of all.entries()) {
      characters.add(character)
      const next = all[i + 1]
      if (next !== undefined) pairs.add(character + next)
    }
  }
  return { pairs: [...pairs], characters: [...characters], words: [...words] }
}

/** Everything a text can be found by. Numbers also without leading zeros: 000123 is found by 123. */
export function wordsToKeep(text: string): string[] {
  const { pairs, characters, words } = tokensOf(text)
  const shorter = words.flatMap(word => (/^0+[1-9]\d*$/.test(word) ? [word.replace(/^0+/, '')] : []))
  return [...new Set([...pairs, ...characters, ...words, ...shorter])]
}

/** One thing that must be there. `begins`: any word that starts so will do. */
export interface Wanted {
  readonly word: string
  readonly begins: boolean
}

/**
 * What must all be found. A run of two characters and more is looked for by its pairs alone; a character that stands
 * alone is looked for by itself; a Latin word or number at the end by its beginning, since people stop typing early.
 * One that something follows is whole: 12号 is not 120号.
 */
export function wordsToFind(text: string): Wanted[] {
  const { pairs, characters, words } = tokensOf(text)
  const unfinished = lastWord.exec(text.normalize('NFKC').toLowerCase())?.[0].slice(0, longestWord)
  const covered = new Set(pairs.flatMap(pair => [...pair]))
  const alone = characters.filter(character => !covered.has(character))
  return [
    ...[...pairs, ...alone].map(word => ({ word, begins: false })),
    ...words.map(word => ({ word, begins: word === unfinished })),
  ]
}
