/** The words of this module and what each lets a person do, as the security administrator reads it. */
export const coordinationPermissions = {
  'coordination.blow': { 'zh-CN': '吹哨、确认到场、取消、评价', en: 'Blow the whistle, confirm arrival, cancel, rate' },
  'coordination.answer': {
    'zh-CN': '应哨：出发、到场、说明不能到场',
    en: 'Answer a whistle: coming, there, cannot come',
  },
  'coordination.read': { 'zh-CN': '查看吹哨和各部门应哨情况', en: 'See whistles and how departments answer' },
} as const
