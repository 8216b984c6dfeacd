import { expect, it } from 'vitest'
import type { Actor, Within } from '#platform/authz/common/grants.ts'
import { confinedTo, seesBeyond } from './question.ts'

const subtree = (path: string): Within => ({ kind: 'subtree', path })
const reader = (...grounds: Within[]): Actor => ({
  ...{ personId: 'a', postId: null, unitId: null },
  grants: [
    ...grounds.map(within => ({ permission: 'registry.read-places', within })),
    { permission: 'registry.export', within: { kind: 'everywhere' } },
  ],
})

it.each([
  ['one grid', reader(subtree('1.1.2')), ['1.1.2']],
  ['two grids, one of them twice', reader(subtree('1.1.2'), subtree('1.3'), subtree('1.3')), ['1.1.2', '1.3']],
  ['the top grid beside another', reader(subtree('1.1.2'), subtree('1')), null],
  ['everywhere', reader({ kind: 'everywhere' }), null],
  ['nowhere', reader(), []],
  ['only what is one’s own, which no thing is', reader({ kind: 'own' }), []],
])('a question of who may read in %s is confined to it', (_what, actor, grids) => {
  expect(confinedTo(actor)).toEqual(grids)
})

it.each([
  [reader(subtree('1.1.2')), ['1.1.2'], false],
  [reader(subtree('1.1.2'), subtree('1.1')), ['1.1.2'], true],
  [reader(subtree('1.1.20')), ['1.1.2'], true],
  [reader(subtree('1.1.2.3')), ['1.1.2'], false],
  [reader({ kind: 'everywhere' }), ['1.1'], true],
  [reader(), ['1.1'], false],
])(
  'nothing is asked twice: what lies beyond one’s own grids only when something of it may be seen',
  (actor, own, beyond) => {
    expect(seesBeyond(actor, own)).toBe(beyond)
  },
)
