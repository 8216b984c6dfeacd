import { defineRefusals } from '../../kernel/common/refusal.ts'

/** How the door itself says no, before or after any command of a module. Every endpoint may answer these. */
export const refuse = defineRefusals('commands', {
  'invalid-input': 'invalid',
  'not-readable': 'invalid',
  'not-a-request': 'invalid',
  'sign-in-first': 'unauthenticated',
  'not-allowed': 'not-allowed',
  'request-reused': 'conflict',
  'request-id-missing': 'invalid',
  'too-many': 'too-many',
  'too-large': 'too-large',
  'no-such-address': 'not-found',
  'wrong-method': 'wrong-method',
  'wrong-origin': 'not-allowed',
  'app-too-old': 'conflict',
  // Asked again by itself, like everything that comes too often.
  'app-too-new': 'too-many',
})
