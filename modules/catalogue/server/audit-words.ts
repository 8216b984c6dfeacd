import { defineMessages } from '#platform/i18n/common/translate.ts'

/** What the audit calls the commands of this module, and the things they are about. */
export const catalogueAuditWords = defineMessages(
  {
    'command.catalogue.put-condition': '编写立案条件',
    'command.catalogue.end-condition': '停用立案条件',
    'command.catalogue.import-sheet': '导入立结案规范',
    'command.catalogue.put-class': '设置地方扩展类别',
    'command.catalogue.end-class': '停用地方扩展类别',
    'command.catalogue.adopt-class': '地方类别转为国家类别',
    'thing.filing-standard': '立结案规范',
  },
  {
    'command.catalogue.put-condition': 'Write a filing condition',
    'command.catalogue.end-condition': 'End a filing condition',
    'command.catalogue.import-sheet': 'Import a sheet of the filing standard',
    'command.catalogue.put-class': 'Put a local class',
    'command.catalogue.end-class': 'End a local class',
    'command.catalogue.adopt-class': 'Replace a local class by a national one',
    'thing.filing-standard': 'filing standard',
  },
)
