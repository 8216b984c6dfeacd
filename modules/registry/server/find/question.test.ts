import { expect, it } from 'vitest'
import type { Actor, Within } from '#platform/authz/common/grants.ts'
import { wordsToFind } from '#platform/search/common/bigrams.ts'
import { confinedTo, forIndex, peopleGrids, seesBeyond } from './question.ts'

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

const knows = (...grounds: Within[]): Actor => ({
  ...reader(subtree('9')),
  grants: [
    ...grounds.map(within => ({ permission: 'registry.read', within })),
    { permission: 'registry.read-places', within: subtree('1') },
  ],
})

it.each<[string, Actor, string[], string[]]>([
  ['one’s own', knows(subtree('1.2')), ['1.2'], ['1.2']],
  ['a part of them', knows(subtree('1.2.3'), subtree('1.2.30')), ['1.2.3'], ['1.2.3']],
  ['grids of which only a part is open', knows(subtree('1.2.3')), ['1.2'], ['1.2.3']],
  ['all, one inside another', knows(subtree('1.2.3'), subtree('1.2')), [], ['1.2']],
  ['other grids', knows(subtree('1.2')), ['1.3'], []],
  ['grids, open everywhere', knows({ kind: 'everywhere' }), ['1.3'], ['1.3']],
  ['all, open everywhere', knows({ kind: 'everywhere' }), [], []],
  ['places alone', knows(), ['1'], []],
])('people of %s are looked for where they may be seen', (_what, actor, within, grids) => {
  expect(peopleGrids(actor, within)).toEqual(grids)
})

it.each([
  ['鹭岛路1', ['鹭岛', '岛路'], ['1']],
  ['鹭岛路12号3号楼2单元1201', ['鹭岛', '岛路', '12'], ['号楼', '单元', '3', '2', '1201']],
  ['鹭岛路12号', ['鹭岛', '岛路', '12'], ['号']],
  ['张伟1', ['张伟', '1'], []],
  ['1202室', ['室', '1202'], []],
  ['12', ['12'], []],
])('of %s the index is asked for what few have', (text, index, rows) => {
  const asked = forIndex(wordsToFind(text))
  expect(asked.index.map(({ word }) => word)).toEqual(index)
  expect(asked.rows.map(({ word }) => word)).toEqual(rows)
})
