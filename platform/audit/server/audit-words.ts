import { defineMessages } from '../../i18n/common/translate.ts'

/** What the audit calls the commands of this module, and the things they are about. */
export const auditAuditWords = defineMessages(
  {
    'command.town.load': '装入演示数据',
    'thing.town': '演示数据',
    'thing.endpoint': '操作',
  },
  {
    'command.town.load': 'Load the demo',
    'thing.town': 'demo',
    'thing.endpoint': 'operation',
  },
)
