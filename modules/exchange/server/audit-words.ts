import { defineMessages } from '#platform/i18n/common/translate.ts'

/** What the audit calls the commands of this module, and the things they are about. */
export const exchangeAuditWords = defineMessages(
  {
    'command.exchange.report': '对接上报',
    'command.exchange.create-client': '新建对接客户端',
    'command.exchange.set-window': '设置重复报警时间',
    'command.exchange.revoke-client': '停用对接客户端',
    'command.exchange.preview-sheet': '预览交换表',
    'command.exchange.take-sheet': '接收交换表',
    'thing.exchange-event': '对接事件',
    'thing.exchange-client': '对接客户端',
  },
  {
    'command.exchange.report': 'Report by another system',
    'command.exchange.create-client': 'Make a client',
    'command.exchange.set-window': 'Set the window for repeats',
    'command.exchange.revoke-client': 'Revoke a client',
    'command.exchange.preview-sheet': 'Preview a sheet',
    'command.exchange.take-sheet': 'Take a sheet',
    'thing.exchange-event': 'event of a client',
    'thing.exchange-client': 'client',
  },
)
