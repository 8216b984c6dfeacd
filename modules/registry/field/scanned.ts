import type { IdentifierScheme } from '../common/field-spec.ts'
import { checkCitizenNumber, checkCreditCode } from '../common/identifiers/index.ts'

/**
 * The identifier in what a camera read: a licence's square code holds a link or several lines, a card has other words
 * around its number. Null: it holds none that passes its check, and is better typed by hand.
 */
export function scanned(scheme: IdentifierScheme, texts: readonly string[], today: string): string | null {
  for (const text of texts) {
    const plain = text.normalize('NFKC').toUpperCase()
    if (scheme === 'id-number') {
      // Spaces come between groups of digits when words are read from a picture.
      const found = plain.replaceAll(/[ \t]/g, '').match(/\d{17}[\dX]/g) ?? []
      const sound = found.find(one => checkCitizenNumber(one, today).ok)
      if (sound) return sound
    } else if (scheme === 'uscc') {
      const sound = (plain.match(/[0-9A-HJ-NPQRTUWXY]{18}/g) ?? []).find(one => checkCreditCode(one).ok)
      if (sound) return sound
    } else {
      const [first = ''] = plain.trim().split(/\s+/)
      if (first !== '') return first
    }
  }
  return null
}
