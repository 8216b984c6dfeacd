import { defineRefusals } from '#platform/kernel/common/refusal.ts'

/** Every way this module says no. Texts are in `messages.ts` under `refusal.<code>`. */
export const refuse = defineRefusals('grid', {
  'not-found': 'not-found',
  'coordinates-swapped': 'invalid',
  'coordinates-out-of-range': 'invalid',
  'coordinates-not-measured': 'invalid',
  'no-base-map': 'not-found',
  'no-such-tile': 'not-found',
  'no-such-corner': 'conflict',
  'no-such-stretch': 'conflict',
  'stretch-not-anchored': 'invalid',
  'corner-is-junction': 'conflict',
  'edit-leaves-nothing': 'conflict',
  'grid-has-grids-below': 'conflict',
  'line-does-not-cut': 'invalid',
  'nothing-to-merge': 'invalid',
  'not-of-one-parent': 'conflict',
  'not-neighbours': 'conflict',
  'too-deep': 'conflict',
})
