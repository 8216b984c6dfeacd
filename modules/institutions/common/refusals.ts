import { defineRefusals } from '#platform/kernel/common/refusal.ts'

/** Every way this module says no. Texts are in `messages.ts` under `refusal.<code>`. */
export const refuse = defineRefusals('institutions', {
  'not-found': 'not-found',
  'changed-meanwhile': 'conflict',
  'number-taken': 'conflict',
  'kind-stays': 'invalid',
  'notice-needs-end': 'invalid',
  'ends-before-it-begins': 'invalid',
  'already-repealed': 'conflict',
  'no-such-grid': 'invalid',
  'no-such-role': 'invalid',
  'outside-your-grids': 'not-allowed',
  'cannot-replace-itself': 'invalid',
})
