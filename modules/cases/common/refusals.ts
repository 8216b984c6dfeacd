import { defineRefusals } from '#platform/kernel/common/refusal.ts'

/** Every way this module says no. Texts are in `messages.ts` under `refusal.<code>`. */
export const refuse = defineRefusals('cases', {
  'not-found': 'not-found',
  'not-allowed': 'not-allowed',
  'not-in-this-status': 'conflict',
  'changed-meanwhile': 'conflict',
  'case-id-taken': 'conflict',
  'source-not-yours': 'not-allowed',
  'text-missing': 'invalid',
  'text-too-long': 'invalid',
  'unknown-class': 'invalid',
  'old-class-code': 'invalid',
  'unknown-unit': 'invalid',
  'joins-itself': 'invalid',
  'no-such-target': 'not-found',
  'target-ended': 'conflict',
  'wrong-code': 'not-found',
  'too-many-wrong-codes': 'too-many',
  'already-rated': 'conflict',
  'no-reporter': 'not-found',
  'no-such-view': 'not-found',
  'view-name-taken': 'conflict',
  'too-many-views': 'conflict',
})
