import { defineRefusals } from '#platform/kernel/common/refusal.ts'

/** Every way this module says no. Texts are in `messages.ts` under `refusal.<code>`. */
export const refuse = defineRefusals('exchange', {
  'key-not-valid': 'unauthenticated',
  'not-a-client': 'not-allowed',
  'no-such-client': 'not-found',
  'client-id-taken': 'conflict',
  'already-revoked': 'conflict',
  'no-such-grid': 'not-found',
  'no-place': 'invalid',
  'outside-scope': 'not-allowed',
  'no-such-event': 'not-found',
  'not-a-sheet': 'invalid',
  'empty-sheet': 'invalid',
  'too-many-rows': 'too-large',
  'no-good-rows': 'invalid',
})
