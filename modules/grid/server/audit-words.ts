import { defineMessages } from '#platform/i18n/common/translate.ts'

/** What the audit calls the commands of this module, and the things they are about. */
export const gridAuditWords = defineMessages(
  {
    'command.grid.begin-draft': '新建网格调整草案',
    'command.grid.edit-draft': '修改网格调整草案',
    'command.grid.undo-edit': '撤销一步草案修改',
    'command.grid.submit-draft': '提交网格调整草案',
    'command.grid.decide-draft': '审批网格调整草案',
    'command.grid.withdraw-draft': '撤回网格调整草案',
    'command.grid.put-in-force': '网格调整生效',
    'thing.grid-draft': '网格调整草案',
    'thing.grid': '网格',
  },
  {
    'command.grid.begin-draft': 'Begin a draft of grids',
    'command.grid.edit-draft': 'Draw in a draft of grids',
    'command.grid.undo-edit': 'Undo a step in a draft of grids',
    'command.grid.submit-draft': 'Submit a draft of grids',
    'command.grid.decide-draft': 'Decide on a draft of grids',
    'command.grid.withdraw-draft': 'Withdraw a draft of grids',
    'command.grid.put-in-force': 'Put a draft of grids in force',
    'thing.grid-draft': 'draft of grids',
    'thing.grid': 'grid',
  },
)
