/** The words of this module and what each lets a person do, as the security administrator reads it. */
export const institutionsPermissions = {
  'institutions.read': { 'zh-CN': '查看制度库，确认已读', en: 'Read institutions and say that one has read them' },
  'institutions.edit': {
    'zh-CN': '发布、修订、废止制度，查看谁已读',
    en: 'Publish, reword and repeal institutions, and see who has read them',
  },
  'institutions.acknowledge': {
    'zh-CN': '待办里收到要自己阅读的制度',
    en: 'Find in the inbox what one has to read',
  },
} as const
