import { defineMessages } from '../../i18n/common/translate.ts'

/** What the audit calls the commands of this module, and the things they are about. */
export const settingsAuditWords = defineMessages(
  {
    'command.settings.put': '调整业务参数',
    'thing.settings': '业务参数',
  },
  {
    'command.settings.put': 'Change a setting',
    'thing.settings': 'setting',
  },
)
