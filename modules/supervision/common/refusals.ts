import { defineRefusals } from '#platform/kernel/common/refusal.ts'

/** Every way this module says no. Texts are in `messages.ts` under `refusal.<code>`. */
export const refuse = defineRefusals('supervision', {
  'no-such-order': 'not-found',
  'no-such-case': 'not-found',
  'no-such-unit': 'not-found',
  'not-yours': 'not-allowed',
  'order-id-taken': 'conflict',
  'other-state': 'conflict',
})
