import { defineRefusals } from '../../kernel/common/refusal.ts'

/** Every way this part says no. Texts are in `messages.ts` under `refusal.<code>`. */
export const refuse = defineRefusals('settings', {
  'no-such-setting': 'not-found',
  'out-of-bounds': 'invalid',
  'from-past': 'invalid',
  'reason-missing': 'invalid',
  'changed-meanwhile': 'conflict',
})
