import { defineMessages } from '#platform/i18n/common/translate.ts'

/** What the audit calls the commands of this module, and the things they are about. */
export const mediationAuditWords = defineMessages(
  {
    'command.mediation.record': '记录调解',
    'command.mediation.follow-up': '回访调解协议',
    'command.mediation.show': '查看调解',
    'thing.mediation': '调解',
  },
  {
    'command.mediation.record': 'Record a mediation',
    'command.mediation.follow-up': 'Follow an agreement up',
    'command.mediation.show': 'Open a mediation',
    'thing.mediation': 'mediation',
  },
)
