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
 * Codes for the grids of a draft that have none yet: brothers from west to east, from north to south, each after the
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
  const fresh = [...tree.cells.values()].filter(cell => cell.code === null)
  const byDepth = fresh.toSorted((a, b) => a.path.split('.').length - b.path.split('.').length)
  for (const [parent, brothers] of groupBy(byDepth, cell => parentOf(cell.path))) {
    const above = parent === null ? null : (tree.cells.get(parent)?.code ?? codes.get(parent) ?? null)
    for (const cell of inNumberingOrder(brothers, ({ parts }) => labelPlaceOf(polygonOf(parts)))) {
      codes.set(cell.path, nextCode(scheme, cell, above, numbers))
    }
  }
  return codes
}

function nextCode(scheme: CodeScheme, { kind }: DraftCell, above: string | null, numbers: Numbers): string | null {
  // What stands between two parts of the scheme lends its parent's code to those below.
  const owner = (above ?? '').replace(/-\d+$/, '')
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
