import { defineMessages } from '#platform/i18n/common/translate.ts'

/** What the audit calls the commands of this module, and the things they are about. */
export const relayAuditWords = defineMessages(
  {
    'command.relay.write': '编写转告',
    'command.relay.withdraw': '撤回转告',
    'command.relay.pass': '确认已转告',
    'command.relay.answer': '答复转告中的问题',
    'command.relay.ask-heads': '提醒楼长转告',
    'thing.relay-word': '转告',
  },
  {
    'command.relay.write': 'Write words to pass on',
    'command.relay.withdraw': 'Take words back',
    'command.relay.pass': 'Pass words on',
    'command.relay.answer': 'Answer what households asked',
    'command.relay.ask-heads': 'Remind building heads',
    'thing.relay-word': 'words to pass on',
  },
)
