import { defineMessages } from '#platform/i18n/common/translate.ts'

/** What the audit calls the commands of this module, and the things they are about. */
export const coordinationAuditWords = defineMessages(
  {
    'command.coordination.blow': '吹哨',
    'command.coordination.take-step': '应哨',
    'thing.whistle': '吹哨',
    'thing.whistle-call': '应哨',
  },
  {
    'command.coordination.blow': 'Blow the whistle',
    'command.coordination.take-step': 'Answer a whistle',
    'thing.whistle': 'whistle',
    'thing.whistle-call': 'call of a whistle',
  },
)
