import { defineMessages } from '#platform/i18n/common/translate.ts'

/** What the audit calls the commands of this module, and the things they are about. */
export const patrolAuditWords = defineMessages(
  {
    'command.patrol.write-plan': '编写巡查计划',
    'command.patrol.write-checklist': '编写检查单',
    'command.patrol.begin-round': '开始巡查',
    'command.patrol.check-point': '检查点位',
    'command.patrol.skip-point': '说明点位未到',
    'command.patrol.end-round': '结束巡查',
    'command.patrol.keep-track': '上传自己的轨迹',
    'command.patrol.settle-round': '结算巡查',
    'thing.patrol-plan': '巡查计划',
    'thing.patrol-checklist': '检查单',
    'thing.patrol-round': '巡查任务',
  },
  {
    'command.patrol.write-plan': 'Write a patrol plan',
    'command.patrol.write-checklist': 'Write a checklist',
    'command.patrol.begin-round': 'Begin a round',
    'command.patrol.check-point': 'Check a point',
    'command.patrol.skip-point': 'Give the reason for a gap',
    'command.patrol.end-round': 'End a round',
    'command.patrol.keep-track': 'Keep one’s own track',
    'command.patrol.settle-round': 'Settle a round',
    'thing.patrol-plan': 'patrol plan',
    'thing.patrol-checklist': 'checklist',
    'thing.patrol-round': 'round',
  },
)
