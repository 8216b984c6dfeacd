/** The words of this module and what each lets a person do, as the security administrator reads it. */
export const exchangePermissions = {
  'exchange.manage': { 'zh-CN': '管理系统对接：新建、停用客户端', en: 'Manage clients of other systems' },
  'exchange.sheets': {
    'zh-CN': '用表格接收上级平台的事项、导出办理情况',
    en: 'Take matters of a higher platform from sheets, and send how they went',
  },
  'exchange.client': {
    'zh-CN': '对接客户端专用：报送事件、查询办理情况（不用授予人员）',
    en: 'For clients only: report events and ask what became of them (not meant for people)',
  },
} as const
