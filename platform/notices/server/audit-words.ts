import { defineMessages } from '../../i18n/common/translate.ts'

/** What the audit calls the commands of this module, and the things they are about. */
export const noticesAuditWords = defineMessages(
  {
    'command.notices.mark-read': '消息标为已读',
    'thing.notices': '消息',
  },
  {
    'command.notices.mark-read': 'Mark notices as read',
    'thing.notices': 'notices',
  },
)
