import { defineRefusals } from '#platform/kernel/common/refusal.ts'

/** Every way this module says no. Texts are in `messages.ts` under `refusal.<code>`. */
export const refuse = defineRefusals('help', {
  'no-such-call': 'not-found',
  'call-id-taken': 'conflict',
  'already-ended': 'conflict',
  'taken-by-another': 'conflict',
  'taken-by-you': 'conflict',
  'your-own-call': 'not-allowed',
  'not-taken': 'conflict',
  'not-your-call': 'not-allowed',
  'nothing-said': 'invalid',
})
