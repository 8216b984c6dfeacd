import { checkCitizenNumber } from '../identifiers/citizen-number.ts'
import { checkPhone } from '../identifiers/phone.ts'
import { dayIn } from './cell-values.ts'
import { neverTaken, plainHeading, type SheetTarget, sheetTargets, targets } from './columns.ts'

/** What each column of a sheet is taken as; null: left out. */
export type Mapping = readonly (SheetTarget | null)[]

export interface GuessedColumn {
  readonly heading: string
  readonly target: SheetTarget | null
  /** Why: by its heading, by what stands in it, or because it is never taken. */
  readonly why: 'heading' | 'content' | 'never-taken' | 'unknown'
}

const enough = 0.5

/** Guesses by the words of the heading and by what stands in the first rows; each target is taken once. */
export function guessColumns(
  headings: readonly string[],
  samples: readonly (readonly string[])[],
  today: string,
): readonly GuessedColumn[] {
  const scores = headings.flatMap((heading, column) => {
    const plain = plainHeading(heading)
    if (isNeverTaken(plain)) return []
    const content = contentOf(
      samples.map(cells => cells[column] ?? ''),
      today,
    )
    return sheetTargets.map(target => ({ column, target, ...scoreOf(plain, target, content) }))
  })
  const taken = new Map<number, { target: SheetTarget; why: 'heading' | 'content' }>()
  const used = new Set<SheetTarget>()
  for (const { column, target, score, why } of scores.toSorted((a, b) => b.score - a.score)) {
    if (score < enough || used.has(target) || taken.has(column)) continue
    taken.set(column, { target, why })
    used.add(target)
  }
  return headings.map((heading, column) => {
    const found = taken.get(column)
    if (found) return { heading, ...found }
    return { heading, target: null, why: isNeverTaken(plainHeading(heading)) ? 'never-taken' : 'unknown' }
  })
}

export const isNeverTaken = (plain: string) => neverTaken.some(word => plain.includes(word))

function scoreOf(plain: string, target: SheetTarget, content: SheetTarget | null) {
  const { headings } = targets[target]
  const order = headings.indexOf(plain)
  const byHeading =
    order >= 0 ? 1 - order * 0.01 : headings.some(word => word.length > 1 && plain.endsWith(word)) ? 0.6 : 0
  // A column of somebody else's numbers (the head's, the guardian's) is not this person's.
  const isAnothers = /^(?:户主|监护人|房东|房主|承租人|联系人|配偶|父亲|母亲|负责人)/u.test(plain) && order < 0
  const byContent = content === target ? 0.55 : 0
  const score = isAnothers ? 0 : byHeading + byContent
  return { score, why: byHeading > 0 ? ('heading' as const) : ('content' as const) }
}

/** What most of the filled cells are, where that can be told from them alone. */
function contentOf(cells: readonly string[], today: string): SheetTarget | null {
  const filled = cells.filter(cell => cell.trim() !== '')
  if (filled.length === 0) return null
  const share = (is: (cell: string) => boolean) => filled.filter(is).length / filled.length
  if (share(cell => looksLikeNumber(cell, today)) > 0.6) return 'idNumber'
  if (share(cell => checkPhone(cell).ok && /^\+?\d{11,}/.test(cell.replace(/\D/g, ''))) > 0.6) return 'phone'
  if (share(cell => cell === '男' || cell === '女') > 0.8) return 'sex'
  if (share(cell => /族$/u.test(cell)) > 0.8) return 'nation'
  if (share(cell => dayIn(cell) !== null && cell < '2020') > 0.8) return 'bornOn'
  if (share(cell => /(?:号楼|栋|单元|室|小区|路\d+号)/u.test(cell)) > 0.6) return 'address'
  return null
}

function looksLikeNumber(cell: string, today: string): boolean {
  const checked = checkCitizenNumber(cell, today)
  return checked.ok || checked.fault === 'length-15' || /^\d{17}[\dX]$/i.test(cell.trim())
}
