/** The words of this module and what each lets a person do, as the security administrator reads it. */
export const postsPermissions = {
  'posts.read': {
    'zh-CN': '查看岗位空缺、负荷、一岗多责和各类队伍',
    en: 'See vacancies, workload, who has several duties, and rosters of bodies',
  },
  'posts.edit': {
    'zh-CN': '维护队伍名册和包片包组包户',
    en: 'Keep rosters of bodies and who answers for areas, groups and households',
  },
} as const
