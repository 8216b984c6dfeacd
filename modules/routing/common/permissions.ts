/** The words of this module and what each lets a person do, as the security administrator reads it. */
export const routingPermissions = {
  'routing.read': { 'zh-CN': '查看派遣规则、试算', en: 'See routing rules, and try them' },
  'routing.edit': { 'zh-CN': '维护派遣规则', en: 'Write routing rules' },
  'routing.see-shifts': { 'zh-CN': '查看值班表', en: 'See who is on shift when' },
  'routing.plan-shifts': { 'zh-CN': '排班、替班', en: 'Plan shifts and stand-ins' },
} as const
