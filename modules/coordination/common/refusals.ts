import { defineRefusals } from '#platform/kernel/common/refusal.ts'

/** Every way this module says no. Texts are in `messages.ts` under `refusal.<code>`. */
export const refuse = defineRefusals('coordination', {
  'no-such-call': 'not-found',
  'no-such-case': 'not-found',
  'no-such-unit': 'not-found',
  'words-missing': 'invalid',
  'whistle-id-taken': 'conflict',
  'other-state': 'conflict',
})
