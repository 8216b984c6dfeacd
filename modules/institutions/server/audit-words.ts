import { defineMessages } from '#platform/i18n/common/translate.ts'

/** What the audit calls the commands of this module, and the things they are about. */
export const institutionsAuditWords = defineMessages(
  {
    'command.institutions.publish': '发布制度',
    'command.institutions.repeal': '废止制度',
    'command.institutions.acknowledge': '确认已读制度',
    'command.institutions.ask-readers': '请人阅读制度',
    'thing.institution': '制度',
  },
  {
    'command.institutions.publish': 'Publish an institution',
    'command.institutions.repeal': 'Repeal an institution',
    'command.institutions.acknowledge': 'Acknowledge an institution',
    'command.institutions.ask-readers': 'Ask for an institution to be read',
    'thing.institution': 'institution',
  },
)
