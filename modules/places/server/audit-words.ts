import { defineMessages } from '#platform/i18n/common/translate.ts'

/** What the audit calls the commands of this module, and the things they are about. */
export const placesAuditWords = defineMessages(
  {
    'command.places.add-overlay': '设立专项网格',
    'command.places.end-overlay': '撤销专项网格',
    'command.places.set-posts': '设置负责岗位',
    'command.places.set-phone': '设置值班电话',
    'command.places.check-intake': '检查登记文件',
    'command.places.take-intake': '从文件登记',
    'command.places.end-thing': '注销院落、楼栋或路段',
    'command.places.set-entrance': '登记单元',
    'thing.place-thing': '院落、楼栋或路段',
    'thing.place-intake': '登记文件',
  },
  {
    'command.places.add-overlay': 'Set up an overlay grid',
    'command.places.end-overlay': 'End an overlay grid',
    'command.places.set-posts': 'Set the posts of a place',
    'command.places.set-phone': 'Set a duty phone',
    'command.places.check-intake': 'Check a file of places',
    'command.places.take-intake': 'Take in a file of places',
    'command.places.end-thing': 'End a courtyard, building or line',
    'command.places.set-entrance': 'Register an entrance',
    'thing.place-thing': 'place',
    'thing.place-intake': 'file of places',
  },
)
