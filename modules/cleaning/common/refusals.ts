import { defineRefusals } from '#platform/kernel/common/refusal.ts'

/** Every way this module says no. Texts are in `messages.ts` under `refusal.<code>`. */
export const refuse = defineRefusals('cleaning', {
  'no-such-section': 'not-found',
  'no-such-deduction': 'not-found',
  'check-id-taken': 'conflict',
  'outside-your-grids': 'not-allowed',
  'item-not-used': 'invalid',
  'photo-missing': 'invalid',
  'not-your-section': 'not-allowed',
  'objected-already': 'conflict',
  'too-late-to-object': 'too-late',
  'nothing-to-decide': 'conflict',
  'own-deduction': 'not-allowed',
  'points-wrong': 'invalid',
})
