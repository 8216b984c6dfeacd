import { defineRefusals } from '../../kernel/common/refusal.ts'

/** Texts are in `messages.ts` under `refusal.<code>`. */
export const refuse = defineRefusals('keys', { 'still-running': 'conflict', 'still-needed': 'conflict' })
