/**
 * The little markup of institutions: a line that begins with `#` is a heading, one with `-` an item, one with a number
 * and a dot a numbered item; an empty line begins a new paragraph. Everything else is words as they stand, so nothing
 * that people type can become something else.
 */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly string[] }

const heading = /^#+\s+(.+)$/
const item = /^-\s+(.+)$/
const numbered = /^\d+[.、]\s*(.+)$/

export function blocksOf(body: string): Block[] {
  const blocks: Block[] = []
  let isOpen = false
  for (const line of body.split('\n').map(one => one.trim())) {
    const last = blocks.at(-1)
    const listed = item.exec(line) ?? numbered.exec(line)
    if (line === '') isOpen = false
    else if (heading.test(line)) {
      blocks.push({ kind: 'heading', text: heading.exec(line)![1]! })
      isOpen = false
    } else if (listed) {
      const isNumbered = numbered.test(line)
      if (isOpen && last?.kind === 'list' && last.isNumbered === isNumbered)
        blocks[blocks.length - 1] = { ...last, items: [...last.items, listed[1]!] }
      else blocks.push({ kind: 'list', isNumbered, items: [listed[1]!] })
      isOpen = true
    } else if (isOpen && last?.kind === 'paragraph') blocks[blocks.length - 1] = { ...last, text: last.text + line }
    else {
      blocks.push({ kind: 'paragraph', text: line })
      isOpen = true
    }
  }
  return blocks
}

/** What is looked for as it was typed, then its words, the longest first. */
export function searchedParts(search: string): string[] {
  const whole = search.trim().toLowerCase()
  const words = whole.split(/\s+/).toSorted((a, b) => b.length - a.length)
  return [...new Set([whole, ...words])].filter(part => part !== '')
}

/** Whether one of the parts stands in a text. */
export const holdsOne = (text: string, parts: readonly string[]): boolean =>
  parts.some(part => text.toLowerCase().includes(part))

/** Some words around the first place where one of the parts stands; the beginning when none does. */
export function snippetOf(body: string, parts: readonly string[], length = 60): string {
  const plain = body.replace(/^(#+|-|\d+[.、])\s*/gm, '').replace(/\s+/g, ' ')
  const there = parts.find(part => plain.toLowerCase().includes(part))
  const at = there === undefined ? -1 : plain.toLowerCase().indexOf(there)
  const from = Math.max(0, at - Math.floor(length / 3))
  const cut = plain.slice(from, from + length)
  return `${from > 0 ? '…' : ''}${cut}${from + length < plain.length ? '…' : ''}`
}

export type Change = { readonly how: 'same' | 'added' | 'removed'; readonly line: string }

/** What became of the lines of a wording: kept, removed, added, in the order in which they are read. */
export function changesBetween(before: string, after: string): Change[] {
  const old = before.split('\n').filter(line => line.trim() !== '')
  const now = after.split('\n').filter(line => line.trim() !== '')
  // Lengths of the longest common rest, from each pair of lines on.
  const common = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0))
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      common[i]![j] = old[i] === now[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!)
  const changes: Change[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      changes.push({ how: 'same', line: old[i]! })
      i++
      j++
    } else if (j >= now.length || (i < old.length && common[i + 1]![j]! >= common[i]![j + 1]!)) {
      changes.push({ how: 'removed', line: old[i++]! })
    } else changes.push({ how: 'added', line: now[j++]! })
  }
  return changes
}
