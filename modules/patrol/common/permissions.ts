/** The words of this module and what each lets a person do, as the security administrator reads it. */
export const patrolPermissions = {
  'patrol.walk': {
    'zh-CN': '巡查：走点位、检查、说明未到原因',
    en: 'Patrol: look at points, say why one was left out',
  },
  'patrol.read': { 'zh-CN': '查看巡查任务和覆盖情况', en: 'See rounds and their coverage' },
  'patrol.plan': { 'zh-CN': '编制巡查计划和检查单', en: 'Write patrol plans and checklists' },
} as const
