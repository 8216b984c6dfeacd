import { defineMessages } from '#platform/i18n/common/translate.ts'

/** What the audit calls the commands of this module, and the things they are about. */
export const supervisionAuditWords = defineMessages(
  {
    'command.supervision.issue': '发出督办单',
    'command.supervision.instruct': '领导批示',
    'command.supervision.reply': '回复督办单',
    'command.supervision.accept': '认可回复',
    'command.supervision.send-back': '退回回复',
    'command.supervision.end': '结束督办单',
    'command.supervision.escalate': '时限预警',
    'command.supervision.raise-repeated': '上报反复发生的案卷',
    'command.supervision.print-order': '打印督办单',
    'thing.order': '督办单',
  },
  {
    'command.supervision.issue': 'Issue a supervision order',
    'command.supervision.instruct': 'Give an instruction',
    'command.supervision.reply': 'Reply to an order',
    'command.supervision.accept': 'Accept a reply',
    'command.supervision.send-back': 'Send a reply back',
    'command.supervision.end': 'End an order',
    'command.supervision.escalate': 'Warn of a limit',
    'command.supervision.raise-repeated': 'Raise what comes again',
    'command.supervision.print-order': 'Print an order',
    'thing.order': 'supervision order',
  },
)
