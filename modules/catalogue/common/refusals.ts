import { defineRefusals } from '#platform/kernel/common/refusal.ts'

/** Every way this module says no. Texts are in `messages.ts` under `refusal.<code>`. */
export const refuse = defineRefusals('catalogue', {
  'no-such-condition': 'not-found',
  'condition-changed': 'conflict',
  'unknown-class': 'invalid',
  'text-missing': 'invalid',
  'said-already': 'conflict',
  'book-changed': 'conflict',
})
