import { defineMessages } from '../../i18n/common/translate.ts'

export const noticesMessages = defineMessages(
  {
    'notices.title': '消息',
    'notices.unread': '消息，{count} 条未读',
    'notices.about': '与您有关的事有了进展，会在这里告诉您。',
    'notices.empty': '还没有消息',
    'notices.empty-why': '您办理或反映的事有了进展，会出现在这里。',
    'notices.mark-read': '全部标为已读',
    'notices.new': '未读',
  },
  {
    'notices.title': 'Notices',
    'notices.unread': 'Notices, {count} unread',
    'notices.about': 'When something moves that concerns you, it is said here.',
    'notices.empty': 'No notices yet',
    'notices.empty-why': 'When something you handled or reported moves on, it appears here.',
    'notices.mark-read': 'Mark all as read',
    'notices.new': 'unread',
  },
)
