import { defineMessages } from '#platform/i18n/common/translate.ts'
import { cleaningItemNames } from './item-names.ts'
import { cleaningItems } from './standard.ts'

type ItemKey = `item.${(typeof cleaningItems)[number]}`
const itemNames = (locale: 'zh-CN' | 'en') =>
  Object.fromEntries(cleaningItems.map(item => [`item.${item}`, cleaningItemNames[item][locale]])) as Record<
    ItemKey,
    string
  >

export const cleaningMessages = defineMessages(
  {
    ...itemNames('zh-CN'),
    'task.decide-objection': '处理保洁申诉',
    'notice.cleaning-deducted': '{section}：{reason}，扣 {points} 分。有不同意见可以申诉。',
    'notice.cleaning-decided': '{section}的申诉有结果了：{outcome}',
    'state.stands': '已扣分',
    'state.objected': '申诉处理中',
    'state.decided': '申诉已处理',
    'outcome.upheld': '维持扣分',
    'outcome.reduced': '改为少扣',
    'outcome.withdrawn': '撤销扣分',
    'event.deducted': '扣分',
    'event.objected': '申诉',
    'event.decided': '处理',
    'refusal.cleaning/no-such-section': '没有这个保洁路段。请从列表里重新选择。',
    'refusal.cleaning/no-such-deduction': '没有这条扣分，或者不归您看。请从列表里重新打开。',
    'refusal.cleaning/check-id-taken': '这次检查已经记过了。请到列表里查看。',
    'refusal.cleaning/outside-your-grids': '这个路段不在您的范围里。请选您范围里的路段。',
    'refusal.cleaning/item-not-used': '本地现在不用这一项。请重新选择项目。',
    'refusal.cleaning/photo-missing': '扣分要有照片。请拍一张能看清问题和位置的照片。',
    'refusal.cleaning/not-your-section': '这不是您的路段，不能替别人申诉。',
    'refusal.cleaning/objected-already': '这条扣分已经申诉过了，每条可以申诉一次。',
    'refusal.cleaning/too-late-to-object': '申诉期限到 {until} 为止，已经过了。请找路段的负责人说明。',
    'refusal.cleaning/nothing-to-decide': '这条扣分没有要处理的申诉，可能已经处理过。请刷新后再看。',
    'refusal.cleaning/own-deduction': '这是您自己扣的分，要由别人来处理申诉。',
    'refusal.cleaning/points-wrong': '分数和结果对不上：维持不改分，少扣要在 0 和原分之间，撤销为 0。',
  },
  {
    ...itemNames('en'),
    'task.decide-objection': 'Decide on an objection',
    'notice.cleaning-deducted': '{section}: {reason}, {points} points off. You may object.',
    'notice.cleaning-decided': 'Your objection on {section} was decided: {outcome}',
    'state.stands': 'taken off',
    'state.objected': 'objection open',
    'state.decided': 'objection decided',
    'outcome.upheld': 'stays as it is',
    'outcome.reduced': 'fewer points',
    'outcome.withdrawn': 'taken back',
    'event.deducted': 'taken off',
    'event.objected': 'objected',
    'event.decided': 'decided',
    'refusal.cleaning/no-such-section': 'There is no such section. Choose it from the list again.',
    'refusal.cleaning/no-such-deduction':
      'There is no such deduction, or it is not yours to see. Open it from the list.',
    'refusal.cleaning/check-id-taken': 'This look was told already. See the list.',
    'refusal.cleaning/outside-your-grids': 'This section is not in your area. Choose one of yours.',
    'refusal.cleaning/item-not-used': 'This item is not used here now. Choose another.',
    'refusal.cleaning/photo-missing': 'Taking points off needs a photo that shows what and where.',
    'refusal.cleaning/not-your-section': 'This is not your section; whoever sweeps it may object.',
    'refusal.cleaning/objected-already': 'There was an objection already; one is possible.',
    'refusal.cleaning/too-late-to-object': 'Objecting was possible until {until}. Speak to whoever leads the section.',
    'refusal.cleaning/nothing-to-decide': 'There is no open objection; it may be decided. Load it again.',
    'refusal.cleaning/own-deduction': 'You took these points off yourself; somebody else decides.',
    'refusal.cleaning/points-wrong':
      'Points and outcome differ: upheld keeps them, reduced lies between, withdrawn is 0.',
  },
)
