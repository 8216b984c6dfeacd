/** Letters that stand for nothing by themselves: what a font without a table of its characters leaves behind. */
const meaningless = /[\p{Co}\p{Cn}\p{Cs}\uFFFD]/gu
const control = /[^\P{Cc}\n\t]/gu
/** Signs that only look like the usual character: radicals and characters kept for other tables, as some writers of PDF use. */
const lookalike = /[\u2E80-\u2FDF\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/gu

/**
 * Text as it comes from a page, to be looked for and quoted: a Chinese word that goes on in the next line or stands with
 * blanks between its characters is one word again, and nothing is left that a database cannot hold. Null when most of it is
 * no writing at all: the font says nothing of what its signs mean.
 */
export function tidyText(text: string): string | null {
  const plain = text.toWellFormed().replace(control, '')
  const written = plain.replace(meaningless, '')
  if (letters(written) < letters(plain) / 2) return null
  return written
    .replace(lookalike, sign => sign.normalize('NFKC'))
    .replace(/(?<=\p{Script=Han}|[，、；：])\s+(?=\p{Script=Han})/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim()
}

const letters = (text: string) => text.replace(/\s/g, '').length
