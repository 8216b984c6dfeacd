import { defineMessages } from '#platform/i18n/common/translate.ts'

/** What the audit calls the commands of this module, and the things they are about. */
export const cleaningAuditWords = defineMessages(
  {
    'command.cleaning.check': '检查保洁路段',
    'command.cleaning.object': '申诉扣分',
    'command.cleaning.decide': '裁定扣分申诉',
    'thing.cleaning-deduction': '保洁检查',
  },
  {
    'command.cleaning.check': 'Check a cleaning section',
    'command.cleaning.object': 'Object to a deduction',
    'command.cleaning.decide': 'Decide on an objection',
    'thing.cleaning-deduction': 'check of a section',
  },
)
