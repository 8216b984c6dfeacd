import { expect, it } from 'vitest'
import { cyclesIn } from './cycles.ts'

const graph = (edges: Record<string, string[]>) => cyclesIn(new Map(Object.entries(edges)))

it('finds nothing where every arrow points down', () => {
  expect(graph({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] })).toEqual([])
})

it('reports the shortest way round, and each knot once', () => {
  expect(graph({ a: ['b'], b: ['c'], c: ['a', 'b'], x: ['x'] })).toEqual([['a', 'b', 'c'], ['x']])
})

it('does not blame a file that only leads to a cycle', () => {
  expect(graph({ a: ['b'], b: ['c'], c: ['b'] })).toEqual([['b', 'c']])
})
