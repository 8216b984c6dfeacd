import { defineRefusals } from '../../kernel/common/refusal.ts'

/** Every way this part says no. Texts are in `messages.ts` under `refusal.<code>`. */
export const refuse = defineRefusals('worktime', {
  'not-found': 'not-found',
  'empty-week': 'invalid',
  'spans-wrong': 'invalid',
  'days-wrong': 'invalid',
  'calendar-exists': 'conflict',
  'changed-meanwhile': 'conflict',
})
