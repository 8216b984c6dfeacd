import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  codeLength,
  codesElsewhere,
  composeCode,
  inNumberingOrder,
  localCode,
  nextNumber,
  olderUnitGridScheme,
  readCode,
  sameGridCode,
  unitGridScheme,
} from './code-scheme.ts'

describe('codes of grids', () => {
  it('has 9 digits for a street, 12 for a community, 15 for a grid', () => {
    expect(composeCode(unitGridScheme, [990_101, 1])).toBe('990101001')
    expect(composeCode(unitGridScheme, [990_101, 1, 203])).toBe('990101001203')
    expect(composeCode(unitGridScheme, [990_101, 1, 203, 7])).toBe('990101001203007')
    expect(codeLength(unitGridScheme, 'grid')).toBe(15)
    expect(codeLength(olderUnitGridScheme, 'grid')).toBe(14)
  })

  it('reads back what it wrote, at any depth and in any scheme', () => {
    const numbers = fc.tuple(fc.nat(999_999), fc.nat(999), fc.nat(999), fc.nat(99))
    const scheme = fc.constantFrom(unitGridScheme, olderUnitGridScheme)
    fc.assert(
      fc.property(scheme, numbers, fc.integer({ min: 1, max: 4 }), (chosen, all, depth) => {
        const some = all.slice(0, depth)
        expect(readCode(chosen, composeCode(chosen, some))).toEqual(some)
      }),
    )
  })

  it('says a grid in the other schemes, and leaves out what does not fit', () => {
    expect(codesElsewhere(unitGridScheme, '990101001203007', 21)).toEqual([
      { digits: 14, code: '99010100120307' },
      { digits: 16, code: '9901010012030007' },
      { digits: 20, code: '00002199010100120307' },
    ])
    expect(codesElsewhere(unitGridScheme, '990101001203123', 0).map(({ digits }) => digits)).toEqual([16])
    // Communities are the same in three of the four.
    expect(codesElsewhere(unitGridScheme, '990101001203', 0)).toEqual([{ digits: 20, code: '000000990101001203' }])
    expect(codesElsewhere(unitGridScheme, '990101001-1', 0)).toEqual([])
  })

  it('knows one grid by its codes in any two schemes, and no other', () => {
    const codes = ['990101001203007', '99010100120307', '9901010012030007', '00002199010100120307']
    for (const one of codes) for (const other of codes) expect(sameGridCode(one, other), `${one} ${other}`).toBe(true)
    expect(sameGridCode('990101001203007', '99010100120308')).toBe(false)
    // A community is none of its grids.
    expect(sameGridCode('990101001203', '990101001203000')).toBe(false)
  })

  it('refuses numbers that do not fit and codes that are cut off', () => {
    expect(() => composeCode(unitGridScheme, [990_101, 1, 203, 1000])).toThrow(RangeError)
    expect(() => composeCode(unitGridScheme, [])).toThrow(RangeError)
    expect(() => composeCode(unitGridScheme, [990_101, 1.5])).toThrow(RangeError)
    expect(readCode(unitGridScheme, '99010100120300')).toBeNull()
    expect(readCode(unitGridScheme, '9901010012030071')).toBeNull()
    expect(readCode(unitGridScheme, '990101001-1')).toBeNull()
    expect(readCode(olderUnitGridScheme, '99010100120301')).toEqual([990_101, 1, 203, 1])
  })

  it('numbers communities, villages and schools in their own ranges', () => {
    expect(nextNumber(unitGridScheme, 'community', 'community', new Set())).toBe(1)
    expect(nextNumber(unitGridScheme, 'community', 'village', new Set([1, 200, 201]))).toBe(202)
    expect(nextNumber(unitGridScheme, 'community', 'school', new Set())).toBe(400)
    const full = new Set(Array.from({ length: 100 }, (_, i) => 400 + i))
    expect(nextNumber(unitGridScheme, 'community', 'school', full)).toBeNull()
  })

  it('gives what stands between two parts a code of its own, that no grid can have', () => {
    expect(localCode('990101001', 2)).toBe('990101001-2')
    expect(readCode(unitGridScheme, localCode('990101001', 2))).toBeNull()
  })

  it('numbers from west to east within a row, rows from north to south', () => {
    const lattice = [0, 1, 2].flatMap(row => [0, 1, 2].map(column => ({ row, column })))
    const shuffled = [...lattice].sort((a, b) => ((a.row * 7 + a.column * 5) % 9) - ((b.row * 7 + b.column * 5) % 9))
    const ordered = inNumberingOrder(shuffled, ({ row, column }) => ({ lon: 113 + column, lat: 34 - row }))
    expect(ordered).toEqual(lattice)
  })
})
