import { defineRefusals } from '#platform/kernel/common/refusal.ts'

/** Every way this module says no. Texts are in `messages.ts` under `refusal.<code>`. */
export const refuse = defineRefusals('diary', {
  'no-such-entry': 'not-found',
  'entry-id-taken': 'conflict',
  'entry-settled': 'conflict',
  'may-not-report': 'not-allowed',
  'no-transfer': 'not-found',
})
