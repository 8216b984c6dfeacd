import { defineMessages } from '#platform/i18n/common/translate.ts'

/** What the audit calls the commands of this module, and the things they are about. */
export const postsAuditWords = defineMessages(
  {
    'command.posts.add-body': '设立队伍',
    'command.posts.end-body': '撤销队伍',
    'command.posts.add-member': '增加队伍成员',
    'command.posts.end-member': '成员离开队伍',
    'command.posts.assign': '安排包片、包组、包户',
    'command.posts.end-assignment': '结束包片、包组、包户',
    'command.posts.warn-of-vacancy': '提醒岗位空缺',
    'thing.roster': '队伍名册',
  },
  {
    'command.posts.add-body': 'Set up a body',
    'command.posts.end-body': 'Dissolve a body',
    'command.posts.add-member': 'Take a member into a body',
    'command.posts.end-member': 'A member leaves a body',
    'command.posts.assign': 'Have a post answer for an area, group or household',
    'command.posts.end-assignment': 'End answering for an area, group or household',
    'command.posts.warn-of-vacancy': 'Warn of a vacancy',
    'thing.roster': 'roster of a body',
  },
)
