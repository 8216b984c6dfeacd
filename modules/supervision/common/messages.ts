import { defineMessages } from '#platform/i18n/common/translate.ts'

export const supervisionMessages = defineMessages(
  {
    'task.reply': '回复督办',
    'task.approve': '审核督办回复',
    'notice.order-urge': '收到催办 {number}，请尽快回复。',
    'notice.order-order': '收到督办单 {number}，请按期回复。',
    'notice.order-instruction': '收到领导批示 {number}，请按期回复。',
    'notice.order-replied': '{number} 已回复，请审核。',
    'notice.light-yellow': '{number} 时限将近（黄灯）。',
    'notice.light-orange': '{number} 即将超期（橙灯）。',
    'notice.light-red': '{number} 已经超期（红灯），请督促。',
    'refusal.supervision/no-such-order': '没有这张督办单，或者不归您办理。请从列表里重新打开。',
    'refusal.supervision/no-such-case': '没有这个案卷，或者您现在的岗位不能督办它。请核对案卷编号。',
    'refusal.supervision/no-such-unit': '案卷还没有处置单位，或者单位不存在。请选择一个单位。',
    'refusal.supervision/not-yours': '您现在的岗位不能做这一步。请切换岗位。',
    'refusal.supervision/order-id-taken': '这张督办单已经下达过。请刷新查看。',
    'refusal.supervision/other-state': '督办单的状态已经变了。请刷新后再办。',
  },
  {
    'task.reply': 'Reply to supervision',
    'task.approve': 'Check a reply',
    'notice.order-urge': 'You are urged: {number}. Reply soon.',
    'notice.order-order': 'Supervision order {number}: reply in time.',
    'notice.order-instruction': 'A leader’s instruction {number}: reply in time.',
    'notice.order-replied': '{number} was replied to; check the reply.',
    'notice.light-yellow': '{number} comes near its limit (yellow).',
    'notice.light-orange': '{number} is about to be late (orange).',
    'notice.light-red': '{number} is overdue (red). See to it.',
    'refusal.supervision/no-such-order': 'There is no such order, or it is not yours. Open it from the list again.',
    'refusal.supervision/no-such-case':
      'There is no such case, or your present post may not supervise it. Check the number.',
    'refusal.supervision/no-such-unit': 'The case is with no unit yet, or the unit does not exist. Choose a unit.',
    'refusal.supervision/not-yours': 'Your present post may not do this. Switch to another post.',
    'refusal.supervision/order-id-taken': 'This order was issued before. Reload to see it.',
    'refusal.supervision/other-state': 'The order has moved on. Reload and look again.',
  },
)
