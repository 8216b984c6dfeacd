import { defineMessages } from '#platform/i18n/common/translate.ts'

export const registryMessages = defineMessages(
  {
    'refusal.registry/no-such-thing': '找不到这条档案，或者不在您负责的网格内。请从列表里重新打开。',
    'refusal.registry/thing-id-taken': '这条档案已经保存过。请刷新列表查看。',
    'refusal.registry/fields-wrong': '有 {count} 项内容需要改：{fields}。请修改后再保存。',
    'refusal.registry/no-such-grid': '没有这个网格。请从网格树里选择。',
    'refusal.registry/not-here': '这个网格不归您采集。请选择自己负责的网格，或请该网格的网格员登记。',
    'refusal.registry/has-ended': '这条档案已经注销或合并，不能再改。请打开现在的档案。',
    'refusal.registry/cannot-join': '这两类档案之间没有这种关系。请换一种关系。',
    'refusal.registry/joined-already': '这两条档案已经有这种关系。请刷新查看。',
    'refusal.registry/no-such-relation': '找不到这条关系，或者已经结束。请刷新查看。',
    'refusal.registry/day-wrong': '日期不对：不能晚于今天，结束也不能早于开始。请改日期。',
    'refusal.registry/not-sealed': '这一项不需要解密就能看到。',
    'refusal.registry/may-not-see': '这一项您不能查看。确有需要，请联系民政干事或窗口人员。',
    'refusal.registry/number-known':
      '这个号码已经登记在 {title} 名下。请打开原有档案更新；确是另一个人，请注明后保存。',
    'registry.problem.unknown-field': '没有这一项',
    'registry.problem.wrong-type': '格式不对',
    'registry.problem.too-long': '太长',
    'registry.problem.not-in-list': '不在可选范围内',
    'registry.problem.no-such-day': '没有这一天',
    'registry.problem.out-of-range': '超出范围',
    'registry.problem.missing': '必填',
    'registry.problem.bad-identifier': '号码格式不对',
  },
  {
    'refusal.registry/no-such-thing':
      'There is no such record, or it is not in your grids. Open it from the list again.',
    'refusal.registry/thing-id-taken': 'This has been saved already. Reload the list to see it.',
    'refusal.registry/fields-wrong': '{count} fields need a change: {fields}. Change them and save again.',
    'refusal.registry/no-such-grid': 'There is no such grid. Choose one from the tree.',
    'refusal.registry/not-here': 'You do not record in this grid. Choose one of yours, or ask the worker of that grid.',
    'refusal.registry/has-ended': 'This record has ended or was merged and cannot be changed. Open the present one.',
    'refusal.registry/cannot-join': 'Records of these kinds are not joined in this way. Choose another relation.',
    'refusal.registry/joined-already': 'The two are joined in this way already. Reload to see it.',
    'refusal.registry/no-such-relation': 'There is no such relation, or it has ended. Reload to see it.',
    'refusal.registry/day-wrong': 'The day is wrong: not later than today, and no end before its beginning.',
    'refusal.registry/not-sealed': 'This field is seen without unmasking.',
    'refusal.registry/may-not-see':
      'You may not see this field. If you need it, ask the civil-affairs officer or the window.',
    'refusal.registry/number-known':
      'This number is recorded for {title}. Open that record and update it; if it is really somebody else, say so and save.',
    'registry.problem.unknown-field': 'no such field',
    'registry.problem.wrong-type': 'of the wrong form',
    'registry.problem.too-long': 'too long',
    'registry.problem.not-in-list': 'not in the list',
    'registry.problem.no-such-day': 'no such day',
    'registry.problem.out-of-range': 'out of range',
    'registry.problem.missing': 'needed',
    'registry.problem.bad-identifier': 'a number of the wrong form',
  },
)
