import { defineRefusals } from '#platform/kernel/common/refusal.ts'

/** Every way this module says no. Texts are in `messages.ts` under `refusal.<code>`. */
export const refuse = defineRefusals('places', {
  'not-found': 'not-found',
  'no-such-cell': 'invalid',
  'cells-nested': 'invalid',
  'cell-taken': 'conflict',
  'outside-parent': 'invalid',
  'outside-your-grids': 'not-allowed',
  'use-needed': 'invalid',
  'has-children': 'conflict',
  'id-taken': 'conflict',
  'no-such-post': 'invalid',
  'duty-does-not-fit': 'invalid',
  'nothing-to-draw': 'invalid',
  'not-a-phone': 'invalid',
  'nothing-to-take': 'conflict',
  'has-homes': 'conflict',
  'has-posts': 'conflict',
  'has-buildings': 'conflict',
  'day-does-not-fit': 'invalid',
  'entrance-taken': 'conflict',
})
