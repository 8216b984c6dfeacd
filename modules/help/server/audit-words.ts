import { defineMessages } from '#platform/i18n/common/translate.ts'

/** What the audit calls the commands of this module, and the things they are about. */
export const helpAuditWords = defineMessages(
  {
    'command.help.call': '一键求助',
    'command.help.tell-more': '补充求助情况',
    'command.help.take': '接应求助',
    'command.help.end': '结束求助',
    'thing.help-call': '求助',
  },
  {
    'command.help.call': 'Call for help',
    'command.help.tell-more': 'Tell more about a call for help',
    'command.help.take': 'Take a call for help',
    'command.help.end': 'Close a call for help',
    'thing.help-call': 'call for help',
  },
)
