import { defineRefusals } from '#platform/kernel/common/refusal.ts'

/** Every way this module says no. Texts are in `messages.ts` under `refusal.<code>`. */
export const refuse = defineRefusals('mediation', {
  'no-such-matter': 'not-found',
  'matter-id-taken': 'conflict',
  'parties-missing': 'invalid',
  'words-missing': 'invalid',
  'agreement-missing': 'invalid',
  'follow-up-missing': 'invalid',
  'day-over': 'invalid',
  'nothing-to-follow': 'conflict',
  'broken-yet-closed': 'invalid',
})
