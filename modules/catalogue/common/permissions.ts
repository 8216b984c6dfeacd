/** The words of this module and what each lets a person do, as the security administrator reads it. */
export const cataloguePermissions = {
  'catalogue.read': { 'zh-CN': '查看立结案规范', en: 'See the filing standard' },
  'catalogue.edit': {
    'zh-CN': '维护立结案规范：修改、停用、导入',
    en: 'Keep the filing standard: change, end, import conditions',
  },
} as const
