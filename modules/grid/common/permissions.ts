/** Permission words of this module, with the sentence the administrator reads. */
export const gridPermissions = {
  'grid.read': {
    'zh-CN': '查看网格区划图、网格树，以及各网格由谁负责',
    en: 'See the map and the tree of grids, and who answers for each',
  },
  'grid.see-drafts': {
    'zh-CN': '查看网格调整草案、检查结果和对比',
    en: 'See drafts of changed grids, their findings and what they change',
  },
  'grid.draw': {
    'zh-CN': '起草网格调整：拆分、合并、移动边界、导入，并提交审批',
    en: 'Draw changes of grids: split, merge, move borders, import, and submit them',
  },
  'grid.approve': {
    'zh-CN': '审批他人提交的网格调整，确定生效日期',
    en: 'Decide on changes of grids that somebody else drew, and from which day they hold',
  },
} as const
