import { defineMessages } from '#platform/i18n/common/translate.ts'

/** How imports, exports, duplicates and street names say no. */
export const intakeMessages = defineMessages(
  {
    'refusal.registry/no-such-import': '没有这次导入，或者不是您发起的。请从导入列表里打开。',
    'refusal.registry/import-id-taken': '这次导入已经开始。请刷新导入列表。',
    'refusal.registry/import-moved-on': '导入已进到下一步。请刷新后再操作。',
    'refusal.registry/columns-wrong': '列的对应关系不对：每个项目只能对应一列，且必须有“姓名”。请检查后再提交。',
    'refusal.registry/alias-goes-round': '“{name}”本身是旧名，或两个名称互相指向。请填写现行名称。',
    'refusal.registry/no-such-pair': '这对记录已经处理过，或者不在您的范围内。请刷新列表。',
    'refusal.registry/no-such-merge': '这次合并已经撤销，或者不在您的范围内。请刷新列表。',
    'refusal.registry/cannot-merge': '只能合并两个不同人员的档案。请重新选择。',
    'refusal.registry/questions-open':
      '要并入的档案还有 {count} 处信息冲突或更正申请没有裁定。请先到“待核实和冲突”办完，再合并。',
    'refusal.registry/merge-id-taken': '这次合并已经完成。请刷新查看。',
    'refusal.registry/no-such-export': '没有这个文件，或者已过保留时间。请重新导出。',
    'refusal.registry/export-id-taken': '这次导出已经开始。请刷新导出列表。',
  },
  {
    'refusal.registry/no-such-import': 'There is no such import, or you did not begin it. Open it from the list.',
    'refusal.registry/import-id-taken': 'This import has begun already. Reload the list.',
    'refusal.registry/import-moved-on': 'The import has gone on to another step. Reload and look again.',
    'refusal.registry/columns-wrong':
      'The columns do not fit: each may be taken once, and one has to be the name. Check them and send again.',
    'refusal.registry/alias-goes-round': '“{name}” is an old name itself. Enter the name that holds now.',
    'refusal.registry/no-such-pair': 'This pair has been settled, or is outside your area. Reload the list.',
    'refusal.registry/no-such-merge': 'This merge has been undone, or is outside your area. Reload the list.',
    'refusal.registry/cannot-merge': 'Only two different people can be merged. Choose again.',
    'refusal.registry/questions-open':
      'The record that would go has {count} conflicts or requests for correction that nobody has decided. Settle them under “To check and conflicts” first, then merge.',
    'refusal.registry/merge-id-taken': 'This merge is done already. Reload to see it.',
    'refusal.registry/no-such-export': 'There is no such file, or its time is over. Take the list out again.',
    'refusal.registry/export-id-taken': 'This export has begun already. Reload the list.',
  },
)
