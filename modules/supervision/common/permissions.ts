/** The words of this module and what each lets a person do, as the security administrator reads it. */
export const supervisionPermissions = {
  'supervision.board': { 'zh-CN': '查看督查看板和督办单', en: 'See the supervisor’s board and orders' },
  'supervision.issue': {
    'zh-CN': '催办、下达督办单、审核回复',
    en: 'Urge, issue supervision orders, approve replies',
  },
  'supervision.instruct': { 'zh-CN': '作出领导批示', en: 'Give a leader’s instruction' },
  'supervision.reply': { 'zh-CN': '回复本单位的催办、督办单和批示', en: 'Reply to urges, orders and instructions' },
  'supervision.escalate': { 'zh-CN': '按时限逐级提醒（系统）', en: 'Tell the next level by the clock (the system)' },
} as const
