import { defineRefusals } from '#platform/kernel/common/refusal.ts'

/** Every way this module says no. Texts are in `messages.ts` under `refusal.<code>`. */
export const refuse = defineRefusals('posts', {
  'not-found': 'not-found',
  'id-taken': 'conflict',
  'outside-your-grids': 'not-allowed',
  'no-such-post': 'invalid',
  'term-ends-before-it-begins': 'invalid',
  'nothing-to-cut': 'invalid',
  'too-much-to-cut': 'too-large',
})
