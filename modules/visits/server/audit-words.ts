import { defineMessages } from '#platform/i18n/common/translate.ts'

/** What the audit calls the commands of this module, and the things they are about. */
export const visitsAuditWords = defineMessages(
  {
    'command.visits.record': '记录走访',
    'command.visits.finish-errand': '办结代办服务',
    'command.visits.show': '查看走访',
    'thing.visit': '走访',
  },
  {
    'command.visits.record': 'Record a visit',
    'command.visits.finish-errand': 'Finish an errand',
    'command.visits.show': 'Open a visit',
    'thing.visit': 'visit',
  },
)
