import { defineRefusals } from '#platform/kernel/common/refusal.ts'

/** Every way this module says no. Texts are in `messages.ts` under `refusal.<code>`. */
export const refuse = defineRefusals('hotline', {
  'no-number': 'invalid',
  'call-id-taken': 'conflict',
  'no-such-call': 'not-found',
  'call-settled': 'conflict',
  'no-such-case': 'not-found',
  'no-such-article': 'not-found',
  'article-changed': 'conflict',
  'no-case-yet': 'conflict',
  'case-not-closed': 'conflict',
  'called-back-already': 'conflict',
  'answers-missing': 'invalid',
  'answers-unheard': 'invalid',
})
