import { composeCode, localCode, nextNumber, readCode, type CodeScheme } from '#modules/grid/common/index.ts'
import type { PlacedGrid } from './assemble-grids.ts'

/** GB/T 2260 gives no province the number 99, so no real district, and no real person's ID number, has this code. */
export const demoDistrictCode = '990101'
export const demoDistrictName = '望湖区'

/** Codes by the scheme; what stands outside of it (a management area) gets a local one. */
export function codesBy(scheme: CodeScheme): (grid: PlacedGrid) => string {
  const taken = new Map<string, Set<number>>()
  const numberIn = (owner: string, of: 'street' | 'community' | 'grid', kind: PlacedGrid['kind']) => {
    const used = taken.get(owner) ?? new Set<number>()
    taken.set(owner, used)
    const number = nextNumber(scheme, of, kind, used)
    if (number === null) throw new Error(`no number left for a ${kind} in ${owner}`)
    used.add(number)
    return [...(readCode(scheme, owner) ?? []), number]
  }
  return ({ kind, ordinal, parent }) => {
    // A management area stands between street and community: the code of what is below goes on from the street's.
    const owner = (parent?.code ?? demoDistrictCode).replace(/-\d+$/, '')
    switch (kind) {
      case 'city':
        return `${demoDistrictCode.slice(0, 4)}00`
      case 'district':
        return String(Number(demoDistrictCode) + ordinal - 1)
      case 'management-area':
        return localCode(owner, ordinal)
      case 'street':
        return composeCode(scheme, numberIn(owner, 'street', kind))
      case 'alley':
        return composeCode(scheme, numberIn(owner, 'grid', kind))
      default:
        return composeCode(scheme, numberIn(owner, 'community', kind))
    }
  }
}
