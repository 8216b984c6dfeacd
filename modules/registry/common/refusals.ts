import { defineRefusals } from '#platform/kernel/common/refusal.ts'
import { intakeRefusals } from './intake-refusals.ts'

/** Every way this module says no. Texts are in `messages.ts` under `refusal.<code>`. */
export const refuse = defineRefusals('registry', {
  ...intakeRefusals,
  'no-such-thing': 'not-found',
  'thing-id-taken': 'conflict',
  'fields-wrong': 'invalid',
  'no-such-grid': 'invalid',
  'grid-not-yet': 'not-found',
  'grid-no-more': 'not-found',
  'not-here': 'not-allowed',
  'has-ended': 'conflict',
  'cannot-join': 'invalid',
  'joined-already': 'conflict',
  'no-such-relation': 'not-found',
  'day-wrong': 'invalid',
  'not-sealed': 'invalid',
  'may-not-see': 'not-allowed',
  'number-known': 'conflict',
  'home-known': 'conflict',
  'no-such-conflict': 'not-found',
  'no-such-correction': 'not-found',
  'event-impossible': 'conflict',
  'care-is-off': 'conflict',
  'consent-missing': 'conflict',
  'guardian-consents': 'conflict',
})
