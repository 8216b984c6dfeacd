import type { PaperText } from '../../common/papers.ts'

/** What could be read of a paper. */
export interface Read {
  readonly text: Exclude<PaperText, 'waiting'>
  readonly words: string
}

/** Characters of one paper that are kept to be looked for; a longer one is found by its beginning. */
export const mostCharacters = 500_000
