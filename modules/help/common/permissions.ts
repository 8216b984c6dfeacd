/** The words of this module and what each lets a person do, as the security administrator reads it. */
export const helpPermissions = {
  'help.call': {
    'zh-CN': '看到本网格的值班电话，一键求助',
    en: 'See whom to call for one’s own grid, and call for help',
  },
  'help.read': { 'zh-CN': '查看求助（本人的或本辖区的）', en: 'Read calls for help: one’s own, or those of the place' },
  'help.answer': {
    'zh-CN': '接到求助提醒，接手并办结',
    en: 'Be told of calls for help at once, take them and close them',
  },
} as const
