import { defineRefusals } from '#platform/kernel/common/refusal.ts'

/** Every way this module says no. Texts are in `messages.ts` under `refusal.<code>`. */
export const refuse = defineRefusals('grid', {
  'not-found': 'not-found',
  'coordinates-swapped': 'invalid',
  'coordinates-out-of-range': 'invalid',
  'coordinates-not-measured': 'invalid',
  'no-base-map': 'not-found',
  'no-such-tile': 'not-found',
})
