import { defineRefusals } from '#platform/kernel/common/refusal.ts'

/** Every way this module says no. Texts are in `messages.ts` under `refusal.<code>`. */
export const refuse = defineRefusals('visits', {
  'no-such-visit': 'not-found',
  'no-such-person': 'not-found',
  'visit-id-taken': 'conflict',
  'whom-missing': 'invalid',
  'topic-missing': 'invalid',
  'outcome-wrong': 'invalid',
  'words-missing': 'invalid',
  'refused-yet-updated': 'invalid',
  'fields-wrong': 'invalid',
  'may-not-report': 'not-allowed',
  'not-open': 'conflict',
})
