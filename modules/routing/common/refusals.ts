import { defineRefusals } from '#platform/kernel/common/refusal.ts'

/** Every way this module says no. Texts are in `messages.ts` under `refusal.<code>`. */
export const refuse = defineRefusals('routing', {
  'no-such-rule': 'not-found',
  'rule-changed': 'conflict',
  'rule-ended': 'conflict',
  'not-your-place': 'not-allowed',
  'unknown-grid': 'invalid',
  'unknown-class': 'invalid',
  'unknown-unit': 'invalid',
  'days-turned': 'invalid',
  'other-unit': 'not-allowed',
  'unknown-post': 'invalid',
  'two-shifts-at-once': 'conflict',
  'day-over': 'too-late',
  'day-too-far': 'invalid',
  'same-day-twice': 'invalid',
  'no-such-shift': 'not-found',
  'shift-over': 'too-late',
  'stands-in-for-itself': 'invalid',
})
