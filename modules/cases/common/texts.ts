import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { type TextField, textLimits } from './limits.ts'
import { refuse } from './refusals.ts'

// C0 and C1 controls except tab and line feed; marks that turn the reading direction (they can disguise what is
// written, CVE-2021-42574); halves of characters, which the database cannot store.
const unwanted = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu

/** What a person wrote, as it is kept: line ends alike, controls taken out, no blanks around. Everything else is text. */
export function cleanText(written: string): string {
  return written.replace(/\r\n?/g, '\n').replace(unwanted, '').normalize('NFC').trim()
}

/** The same for what belongs on one line. */
export function cleanLine(written: string): string {
  return cleanText(written.replace(/[\t\r\n]+/g, ' '))
}

const oneLine = new Set<TextField>(['title', 'address', 'reporterName', 'reporterPhone', 'viewName'])
/** The names under which people know these fields. */
const knownAs: Partial<Record<TextField, string>> = {
  reporterName: 'reporter.name',
  reporterPhone: 'reporter.phone',
}

/** Cleaned text or null when nothing is left; a refusal when it is too long. Counted in characters, not in bytes. */
export function optionalText(field: TextField, written: string | undefined) {
  const text = oneLine.has(field) ? cleanLine(written ?? '') : cleanText(written ?? '')
  if (text === '') return null
  const length = [...text].length
  const limit = textLimits[field]
  return length > limit ? refuse['text-too-long']({ field: knownAs[field] ?? field, limit, length }) : text
}

export function requiredText(field: TextField, written: string | undefined) {
  return optionalText(field, written) ?? refuse['text-missing']({ field: knownAs[field] ?? field })
}

type Problem = ReturnType<(typeof refuse)['text-missing']> | ReturnType<(typeof refuse)['text-too-long']>
type Read<T> = { readonly [K in keyof T]: Exclude<T[K], Problem> }

/** Several fields at once: all of them clean, or the first refusal. */
export function textsOf<T extends Record<string, string | null | Problem>>(fields: T): Read<T> | Problem {
  const problem = Object.values(fields).find((value): value is Problem => isRefusal(value))
  // No value is a refusal here, which is what Read says.
  return problem ?? (fields as unknown as Read<T>)
}
