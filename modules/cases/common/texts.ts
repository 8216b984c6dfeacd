import { cleanLine, cleanText } from '#platform/kernel/common/clean-text.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { type TextField, textLimits } from './limits.ts'
import { refuse } from './refusals.ts'

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
