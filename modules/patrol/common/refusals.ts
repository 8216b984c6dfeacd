import { defineRefusals } from '#platform/kernel/common/refusal.ts'

/** Every way this module says no. Texts are in `messages.ts` under `refusal.<code>`. */
export const refuse = defineRefusals('patrol', {
  'no-such-plan': 'not-found',
  'no-such-round': 'not-found',
  'no-such-point': 'not-found',
  'no-such-grid': 'not-found',
  'no-such-post': 'not-found',
  'no-such-checklist': 'not-found',
  'no-such-item': 'invalid',
  'rhythm-unclear': 'invalid',
  'points-unclear': 'invalid',
  'other-version': 'conflict',
  'too-old': 'too-late',
  'may-not-report': 'not-allowed',
})
