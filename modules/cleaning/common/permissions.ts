/** The words of this module and what each lets a person do, as the security administrator reads it. */
export const cleaningPermissions = {
  'cleaning.own': {
    'zh-CN': '看自己保洁路段的考评和扣分原因，提出申诉',
    en: 'See how one’s own sections were found and why, and object',
  },
  'cleaning.check': { 'zh-CN': '检查保洁路段，按标准扣分', en: 'Look at cleaning sections and take points off' },
  'cleaning.read': { 'zh-CN': '查看保洁路段考评', en: 'See how cleaning sections were found' },
  'cleaning.decide': { 'zh-CN': '处理保洁员的申诉', en: 'Decide on objections of cleaners' },
} as const
