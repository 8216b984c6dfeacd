import { isStorable } from '../../kernel/common/storable.ts'

/** What a part of a sort key is compared with: text, a whole number, a `real`, a moment, a day, an id. */
type Part = 'text' | 'whole' | 'real' | 'instant' | 'day' | 'uuid'
type Value<P extends Part> = P extends 'whole' | 'real' ? number : string

/** A cursor is the sort key of the last row as JSON. */
export function toCursor(key: readonly (string | number)[]): string {
  return JSON.stringify(key)
}

/**
 * It comes back from outside, so anything may be in it, and it is compared with columns that are not text: what does not
 * fit in every part is no cursor, and the list starts at its beginning.
 */
export function readCursor<const Parts extends readonly Part[]>(
  cursor: string | undefined,
  parts: Parts,
): { readonly [At in keyof Parts]: Value<Parts[At]> } | null {
  const key = cursor === undefined ? null : readJson(cursor)
  if (!Array.isArray(key) || key.length !== parts.length) return null
  const read = key.map((value: unknown, at) => fitting[parts[at]!](value))
  // Each part was read by the kind that stands in its place.
  return read.includes(null) ? null : (read as unknown as { readonly [At in keyof Parts]: Value<Parts[At]> })
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const matching = (pattern: RegExp) => (value: unknown) =>
  typeof value === 'string' && pattern.test(value) && isStorable(value) ? value : null

const fitting: Readonly<Record<Part, (value: unknown) => string | number | null>> = {
  text: matching(/^/),
  whole: value => (Number.isSafeInteger(value) ? (value as number) : null),
  real: value => (typeof value === 'number' && Number.isFinite(Math.fround(value)) ? Math.fround(value) : null),
  instant: value => inCalendar(matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)(value)),
  day: value => inCalendar(matching(/^\d{4}-\d\d-\d\d$/)(value)),
  uuid: matching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
}

/** 30 February has the form of a day and is none: read and written again, it is another one. */
function inCalendar(value: string | null): string | null {
  const milliseconds = value === null ? Number.NaN : Date.parse(value)
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(value!) ? value : null
}
