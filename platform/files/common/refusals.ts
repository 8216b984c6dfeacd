import { defineRefusals } from '../../kernel/common/refusal.ts'

export const refuse = defineRefusals('files', {
  'not-a-photo': 'invalid',
  'not-a-paper': 'invalid',
  unreadable: 'invalid',
  'too-large': 'too-large',
  'no-file': 'invalid',
  'cut-off': 'invalid',
  'not-found': 'not-found',
  unknown: 'invalid',
  'taken-by-another': 'conflict',
  'piece-wrong': 'invalid',
})
