import { expect, test } from 'vitest'
import { codeLists } from './code-lists.ts'
import { head, kinUnder } from './kin.ts'

const [spouse, son, daughter, grandchild, parent, grandparent, sibling, other] = [
  ...(['10', '20', '30', '40', '50', '60', '70', '99'] as const),
]

test('under the spouse children stay children, and the head before is the spouse', () => {
  expect([head, son, daughter, grandchild, parent].map(was => kinUnder(spouse, was))).toEqual([
    ...[spouse, son, daughter, grandchild, parent],
  ])
  // The one's brother is not the other's.
  expect([sibling, grandparent, other].map(was => kinUnder(spouse, was))).toEqual([null, null, null])
})

test('under a child its parents are parents and theirs grandparents; who may be its own spouse is asked', () => {
  expect([head, spouse, parent].map(was => kinUnder(son, was))).toEqual([parent, parent, grandparent])
  expect([kinUnder(son, son), kinUnder(daughter, daughter)]).toEqual([sibling, sibling])
  expect([kinUnder(son, daughter), kinUnder(son, grandchild), kinUnder(son, sibling)]).toEqual([null, null, null])
})

test('who stays with the head is what they were; whatever nobody said, or is other, says nothing', () => {
  for (const code of codeLists.kin!.order) {
    if (code !== head) expect(kinUnder(head, code)).toBe(code)
    expect([code, kinUnder(other, code), kinUnder(null, code), kinUnder(code, null)]).toEqual([code, null, null, null])
  }
})

test('what one is to the other fits what the other is to the one', () => {
  const down = new Set<string>([son, daughter, grandchild])
  const up = new Set<string>([parent, grandparent])
  for (const one of codeLists.kin!.order)
    for (const two of codeLists.kin!.order) {
      if (one === two) continue
      const [there, back] = [kinUnder(one, two), kinUnder(two, one)]
      if (there === null || back === null || one === head || two === head) continue
      expect([one, two, up.has(there) ? down.has(back) : up.has(back) || there === back]).toEqual([one, two, true])
    }
})
