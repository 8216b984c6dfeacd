export const worktimePermissions = {
  'worktime.read': {
    'zh-CN': '查看工作日历和因日历变动而移动的期限',
    en: 'See the work calendar and the deadlines that a change of it moved',
  },
  'worktime.edit': {
    'zh-CN': '维护工作日历：节假日、调休和工作时段',
    en: 'Keep the work calendar: holidays, make-up days and hours of work',
  },
} as const
