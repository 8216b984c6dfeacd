/** Permission words of this module, with the sentence the administrator reads. */
export const gridPermissions = {
  'grid.read': {
    'zh-CN': '查看网格区划图、网格树，以及各网格由谁负责',
    en: 'See the map and the tree of grids, and who answers for each',
  },
} as const
