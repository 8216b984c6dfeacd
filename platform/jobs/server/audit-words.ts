import { defineMessages } from '../../i18n/common/translate.ts'

/** What the audit calls the commands of this module, and the things they are about. */
export const jobsAuditWords = defineMessages(
  {
    'command.jobs.retry': '重试后台任务',
    'thing.job': '后台任务',
  },
  {
    'command.jobs.retry': 'Retry failed jobs',
    'thing.job': 'job',
  },
)
