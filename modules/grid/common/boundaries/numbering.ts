import { groupBy } from '#platform/kernel/common/group-by.ts'
import { type CodeScheme, composeCode, inNumberingOrder, localCode, readCode } from '../code-scheme.ts'
import { type GridKind, parentOf } from '../grid.ts'
import { polygonOf } from './cell.ts'
import type { DraftCell, DraftTree } from './draft-tree.ts'
import { labelPlaceOf } from './label-place.ts'

/** Which part of a code a kind of grid is numbered in; a management area has none. */
const partOfKind: Readonly<Partial<Record<GridKind, 'street' | 'community' | 'grid'>>> = {
  street: 'street',
  community: 'community',
  village: 'community',
  school: 'community',
  alley: 'grid',
}

/**
 * Codes for the grids of a draft that have none yet, and for those that stand under another parent whose code theirs
 * does not fit any more: brothers from west to east, from north to south, each after the
 * last number that was ever given under its parent, so that no code of the past comes back and no grid in force gets
 * another. Null for a grid for which no number is left.
 */
export function numberGrids(
  tree: DraftTree,
  scheme: CodeScheme,
  everUsed: Iterable<string>,
): ReadonlyMap<string, string | null> {
  const numbers = new Numbers(scheme, everUsed)
  const codes = new Map<string, string | null>()
  const asking = [...tree.cells.values()].filter(cell => cell.code === null || cell.was !== undefined)
  const byDepth = asking.toSorted((a, b) => a.path.split('.').length - b.path.split('.').length)
  for (const [parent, brothers] of groupBy(byDepth, cell => parentOf(cell.path))) {
    const above = parent === null ? null : (codes.get(parent) ?? tree.cells.get(parent)?.code ?? null)
    const without = brothers.filter(cell => !fits(scheme, cell, above))
    for (const cell of inNumberingOrder(without, ({ parts }) => labelPlaceOf(polygonOf(parts)))) {
      codes.set(cell.path, nextCode(scheme, cell, above, numbers))
    }
  }
  return codes
}

/** What stands between two parts of the scheme lends its parent's code to those below. */
const ownerOf = (above: string | null) => (above ?? '').replace(/-\d+$/, '')

/** Whether a grid may keep its code under this parent: a code says under what its grid stands. */
function fits(scheme: CodeScheme, { code }: DraftCell, above: string | null): boolean {
  if (code === null) return false
  const local = /^(.*)-\d+$/.exec(code)
  if (local) return local[1] === (above ?? '0')
  const numbers = readCode(scheme, code)
  if (!numbers) return false
  const ownerNumbers = readCode(scheme, ownerOf(above)) ?? []
  return numbers.length === ownerNumbers.length + 1 && ownerNumbers.every((number, i) => number === numbers[i])
}

function nextCode(scheme: CodeScheme, { kind }: DraftCell, above: string | null, numbers: Numbers): string | null {
  const owner = ownerOf(above)
  const numbersAbove = readCode(scheme, owner) ?? []
  const depth = scheme.parts.findIndex(part => part.of === partOfKind[kind])
  const part = scheme.parts[depth]
  if (!part || depth === 0 || numbersAbove.length !== depth) {
    return localCode(above ?? '0', numbers.next(`${above ?? '0'}-`, 1, Infinity) ?? 1)
  }
  const [first, last] = part.ranges?.[kind] ?? [1, 10 ** part.digits - 1]
  const number = numbers.next(owner, first, last)
  return number === null ? null : composeCode(scheme, [...numbersAbove, number])
}

/** The numbers that were ever given under each code. */
class Numbers {
  readonly #given = new Map<string, number[]>()

  constructor(scheme: CodeScheme, codes: Iterable<string>) {
    for (const code of codes) {
      const local = /^(.*-)(\d+)$/.exec(code)
      const numbers = local ? [] : (readCode(scheme, code) ?? [])
      if (local) this.#give(local[1]!, Number(local[2]))
      else if (numbers.length > 1) this.#give(composeCode(scheme, numbers.slice(0, -1)), numbers.at(-1)!)
    }
  }

  next(owner: string, first: number, last: number): number | null {
    const given = (this.#given.get(owner) ?? []).filter(number => number >= first && number <= last)
    const number = given.reduce((most, each) => Math.max(most, each), first - 1) + 1
    if (number > last) return null
    this.#give(owner, number)
    return number
  }

  #give(owner: string, number: number): void {
    const given = this.#given.get(owner)
    if (given) given.push(number)
    else this.#given.set(owner, [number])
  }
}
