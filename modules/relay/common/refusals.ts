import { defineRefusals } from '#platform/kernel/common/refusal.ts'

/** Every way this module says no. Texts are in `messages.ts` under `refusal.<code>`. */
export const refuse = defineRefusals('relay', {
  'no-such-word': 'not-found',
  'word-id-taken': 'conflict',
  'outside-your-grids': 'not-allowed',
  'nobody-there': 'invalid',
  'day-over': 'invalid',
  'passed-already': 'conflict',
  withdrawn: 'conflict',
  'nothing-asked': 'conflict',
  'answered-already': 'conflict',
})
