import { expect, test } from 'vitest'
import { followCells } from './follow-cells.ts'
import type { Overlay } from './things.ts'

const overlay = (id: string, cells: readonly string[], parentId: string | null = null): Overlay => ({
  ...{ id, kind: 'management', use: null, name: `网格${id}`, parentId, cells },
})
interface Change {
  readonly moved?: Record<string, string>
  readonly merged?: Record<string, string>
  readonly sources?: Record<string, string | null>
}
const follow = (overlays: readonly Overlay[], { moved = {}, merged = {}, sources = {} }: Change) =>
  Object.fromEntries(
    followCells(overlays, {
      heirs: new Map(Object.entries({ ...moved, ...merged })),
      moved: new Map(Object.entries(moved)),
      sources: new Map(Object.entries(sources)),
    }),
  )

test('a grid stays in its overlay under whichever path, and so does what is cut out of it', () => {
  const all = [overlay('a', ['1.1.1', '1.2']), overlay('b', ['1.3'])]
  expect(follow(all, { sources: { '1.1.9': '1.1.1', '1.3.7': '1.3.2' } })).toEqual({
    a: ['1.1.1', '1.2', '1.1.9'],
  })
  const moved = { '1.1.1': '1.4.2', '1.1.1.1': '1.4.2.1' }
  expect(follow(all, { moved })).toEqual({ a: ['1.2', '1.4.2'] })
})

test('what leaves a grid that the overlay names stays in it, unless it comes under one of another overlay', () => {
  const moved = { '1.1.2': '1.2.5' }
  expect(follow([overlay('a', ['1.1'])], { moved })).toEqual({ a: ['1.1', '1.2.5'] })
  expect(follow([overlay('a', ['1.1']), overlay('b', ['1.2'])], { moved })).toEqual({})
})

test('of two grids that became one, the overlay of the one that stayed has it', () => {
  const merged = { '1.1': '1.2' }
  expect(follow([overlay('a', ['1.1', '1.5']), overlay('b', ['1.2'])], { merged })).toEqual({ a: ['1.5'] })
  expect(follow([overlay('a', ['1.1'])], { merged })).toEqual({ a: ['1.2'] })
  // The one above is more than was lost, so nothing takes the place of what nobody took.
  expect(follow([overlay('a', ['1.1.3', '1.5'])], { merged: { '1.1.3': '1.1' } })).toEqual({ a: ['1.5'] })
  // What stood below says itself where it went.
  const below = { merged, moved: { '1.1.1': '1.2.4' } }
  expect(follow([overlay('a', ['1.1']), overlay('b', ['1.2.1'])], below)).toEqual({ a: ['1.2.4'] })
})

test('a child stays inside its parent', () => {
  const all = [overlay('whole', ['1.1']), overlay('part', ['1.1.1'], 'whole'), overlay('other', ['1.2'])]
  const moved = { '1.1.1': '1.2.7' }
  expect(follow(all, { moved })).toEqual({ part: [] })
  expect(follow(all.slice(0, 2), { moved })).toEqual({ whole: ['1.1', '1.2.7'], part: ['1.2.7'] })
})
