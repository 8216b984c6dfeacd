/**
 * Fields that nobody types: what a page sends along by itself. They and what is chosen (an id) have no words of their own; a
 * refusal about one tells in general what it is about.
 */
const untyped: ReadonlySet<string> = new Set([
  ...(['id', 'ids', 'version', 'seen', 'seenVersion', 'seenBook', 'after', 'ref'] as const),
  ...(['bytes', 'piece', 'fixes', 'sentAt', 'wiped', 'token'] as const),
])

export const isUntyped = (name: string): boolean => untyped.has(name) || /Ids?$/.test(name)

/** Where the words of a field are looked for: by its whole name, then by ever less of its beginning; rows have no part in it. */
export function fieldKeys(path: string): readonly string[] {
  const parts = path.split('.').filter(part => !/^\d+$/.test(part))
  return parts.map((_, i) => `field.${parts.slice(i).join('.')}`)
}

/** The number, from 1, of the row that a field stands in; null where there is only one. */
export function rowOf(path: string): number | null {
  const index = path.split('.').findLast(part => /^\d+$/.test(part))
  return index === undefined ? null : Number(index) + 1
}
