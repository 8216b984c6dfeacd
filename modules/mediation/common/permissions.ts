/** The words of this module and what each lets a person do, as the security administrator reads it. */
export const mediationPermissions = {
  'mediation.write': {
    'zh-CN': '登记调解，回访协议是否履行',
    en: 'Record mediations and ask whether agreements are kept',
  },
  'mediation.read': { 'zh-CN': '查看调解记录（每次打开留痕）', en: 'Read mediations (each opening is on record)' },
} as const
