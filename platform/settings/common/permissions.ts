export const settingsPermissions = {
  'settings.read': { 'zh-CN': '查看业务参数', en: 'See the settings of the procedure' },
  'settings.edit': {
    'zh-CN': '维护业务参数：时限、次数、范围',
    en: 'Keep the settings of the procedure: limits, numbers, ranges',
  },
} as const
