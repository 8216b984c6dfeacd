import { defineMessages } from '../../i18n/common/translate.ts'

/** What the audit calls the commands of this module, and the things they are about. */
export const worktimeAuditWords = defineMessages(
  {
    'command.worktime.set-day': '设置工作日或休息日',
    'command.worktime.set-week': '设置每周工作时间',
    'command.worktime.set-year': '确认年度节假日',
    'command.worktime.add-calendar': '新建工作日历',
    'thing.work-calendar': '工作日历',
  },
  {
    'command.worktime.set-day': 'Set a day of work or rest',
    'command.worktime.set-week': 'Set the hours of a week',
    'command.worktime.set-year': 'Confirm the holidays of a year',
    'command.worktime.add-calendar': 'Add a calendar',
    'thing.work-calendar': 'work calendar',
  },
)
