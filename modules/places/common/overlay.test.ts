import { describe, expect, test } from 'vitest'
import { metresToLine, middleOf } from './near.ts'
import { answersIn, overlaysAt, troubleOfCells } from './overlay.ts'
import type { Overlay } from './things.ts'

const overlay = (id: string, cells: readonly string[], parentId: string | null = null): Overlay => ({
  ...{ id, kind: 'management', use: null, name: `网格${id}`, parentId, cells },
})

describe('cells of an overlay', () => {
  test('must not lie inside each other, in a sibling, or outside the parent', () => {
    expect(troubleOfCells(['1.1', '1.2.3'], null, [])).toBeNull()
    expect(troubleOfCells(['1.1', '1.1.3'], null, [])).toEqual({ code: 'cells-nested', cell: '1.1.3', other: '1.1' })
    const sibling = overlay('a', ['1.1.2'])
    expect(troubleOfCells(['1.1'], null, [sibling])).toEqual({ code: 'cell-taken', cell: '1.1', by: '网格a' })
    expect(troubleOfCells(['1.1.2.4'], null, [sibling])).toMatchObject({ code: 'cell-taken' })
    const parent = overlay('p', ['1.1'])
    expect(troubleOfCells(['1.1.5'], parent, [])).toBeNull()
    expect(troubleOfCells(['1.10'], parent, [])).toEqual({ code: 'outside-parent', cell: '1.10', parent: '网格p' })
  })
})

describe('who answers in a kind', () => {
  const tree = [overlay('whole', ['1.1', '1.2']), overlay('part', ['1.1'], 'whole'), overlay('far', ['1.3'])]

  test('is the smallest overlay here, then the one around it', () => {
    expect(overlaysAt(tree, 'management', '1.1.4.2').map(({ id }) => id)).toEqual(['part', 'whole'])
    expect(overlaysAt(tree, 'management', '1.2').map(({ id }) => id)).toEqual(['whole'])
    expect(overlaysAt(tree, 'evaluation', '1.1')).toEqual([])
    expect(overlaysAt(tree, 'management', '1.10')).toEqual([])
  })

  test('a vacancy never means that nobody answers, and is named', () => {
    const chain = [
      { id: 'part', name: '片', leads: [{ title: '组长', holder: null }] },
      { id: 'whole', name: '全', leads: [{ title: '队长', holder: '张三' }] },
    ]
    expect(answersIn(chain)).toEqual({
      by: { id: 'whole', name: '全', title: '队长', holder: '张三' },
      passed: [{ id: 'part', name: '片', why: 'vacant' }],
    })
    expect(answersIn([{ id: 'x', name: '空', leads: [] }])).toEqual({
      by: null,
      passed: [{ id: 'x', name: '空', why: 'no-lead-post' }],
    })
  })
})

describe('near a line', () => {
  const line = [
    [113.7, 34.7],
    [113.71, 34.7],
  ] as const

  test('the distance is to the nearest point of its course, not to its corners', () => {
    expect(metresToLine({ lon: 113.705, lat: 34.7001 }, line)).toBeCloseTo(11.1, 0)
    expect(metresToLine({ lon: 113.72, lat: 34.7 }, line)).toBeCloseTo(914, -1)
    expect(metresToLine({ lon: 113.7, lat: 34.701 }, [line[0]])).toBeCloseTo(111.2, 0)
  })

  test('the middle lies half-way along the longest part', () => {
    expect(middleOf([[line[0]], [...line]]).lon).toBeCloseTo(113.705, 6)
    expect(middleOf([])).toEqual({ lon: 0, lat: 0 })
  })
})
