/** The words of this module and what each lets a person do, as the security administrator reads it. */
export const placesPermissions = {
  'places.read': {
    'zh-CN': '查看楼院、道路河道、保洁路段和各类专项网格，以及由谁负责',
    en: 'See buildings, roads, rivers, cleaning sections and grids of other kinds, and who answers for each',
  },
  'places.edit': {
    'zh-CN': '登记和更正楼栋、院落、道路、河道，划定专项、管理、责任、评价网格，给它们安排岗位',
    en: 'Register and correct buildings, courtyards, roads and rivers, set up grids of other kinds, and put posts on all of them',
  },
  'places.see-phones': {
    'zh-CN': '看到岗位值班电话全号（区划图、岗位表）',
    en: 'See duty phones of posts in full (grid map, lists of posts)',
  },
} as const
