import { defineRefusals } from '#platform/kernel/common/refusal.ts'

/** Every way this module says no. Texts are in `messages.ts` under `refusal.<code>`. */
export const refuse = defineRefusals('catalogue', {
  'no-such-condition': 'not-found',
  'condition-changed': 'conflict',
  'unknown-class': 'invalid',
  'text-missing': 'invalid',
  'said-already': 'conflict',
  'book-changed': 'conflict',
  'no-such-class': 'not-found',
  'class-changed': 'conflict',
  'class-name-missing': 'invalid',
  'not-a-local-code': 'invalid',
  'national-has-it': 'conflict',
  'old-code-taken': 'conflict',
  'not-an-old-local-code': 'invalid',
})
