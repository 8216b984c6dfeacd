import { defineMessages } from '#platform/i18n/common/translate.ts'

/** What the audit calls the commands of this module, and the things they are about. */
export const routingAuditWords = defineMessages(
  {
    'command.routing.put-rule': '编写派遣规则',
    'command.routing.end-rule': '停用派遣规则',
    'command.routing.plan-shifts': '排班',
    'command.routing.substitute': '安排替班',
    'thing.routing-rule': '派遣规则',
    'thing.shift-roster': '值班表',
    'thing.shift': '班次',
  },
  {
    'command.routing.put-rule': 'Write a routing rule',
    'command.routing.end-rule': 'End a routing rule',
    'command.routing.plan-shifts': 'Plan shifts',
    'command.routing.substitute': 'Arrange a stand-in',
    'thing.routing-rule': 'routing rule',
    'thing.shift-roster': 'shift roster',
    'thing.shift': 'shift',
  },
)
