import { defineMessages } from '#platform/i18n/common/translate.ts'

export const registryMessages = defineMessages(
  {
    'refusal.registry/no-such-thing': '找不到这条档案，或者不在您负责的网格内。请从列表里重新打开。',
    'refusal.registry/thing-id-taken': '这条档案已经保存过。请刷新列表查看。',
    'refusal.registry/fields-wrong': '有 {count} 项内容不对，没有保存。请按各项下面的说明改正后再保存。',
    'refusal.registry/no-such-grid': '没有这个网格。请从网格树里选择。',
    'refusal.registry/grid-not-yet':
      '{on} 还没有“{grid}”：它自 {since} 起施行，当天这片地方属于“{instead}”。请改看“{instead}”，或改选 {since} 以后的日期。',
    'refusal.registry/grid-no-more':
      '{on} 已经没有“{grid}”：它施行到 {until} 前一天为止，之后这片地方归“{instead}”。请改看“{instead}”，或改选更早的日期。',
    'refusal.registry/not-here': '这个网格不归您采集。请选择自己负责的网格，或请该网格的网格员登记。',
    'refusal.registry/has-ended': '这条档案已经注销或合并，不能再改。请打开现在的档案。',
    'refusal.registry/cannot-join': '这两类档案之间没有这种关系。请换一种关系。',
    'refusal.registry/joined-already': '这两条档案已经有这种关系。请刷新查看。',
    'refusal.registry/no-such-relation': '找不到这条关系，或者已经结束。请刷新查看。',
    'refusal.registry/day-wrong': '日期不对：不能晚于今天，结束也不能早于开始。请改日期。',
    'refusal.registry/not-sealed': '这一项不需要解密就能看到。',
    'refusal.registry/may-not-see': '这一项您不能查看。确有需要，请联系民政干事或窗口人员。',
    'refusal.registry/home-known': '{title} 已经登记过。请打开原有档案更新；确是另一套房屋，请注明后保存。',
    'refusal.registry/number-known':
      '这个号码已经登记在 {title} 名下。请打开原有档案更新；确是另一个人，请注明后保存。',
    'refusal.registry/no-such-conflict': '这条冲突已经裁定，或者不归您裁定。请刷新列表。',
    'refusal.registry/no-such-correction': '这条更正申请已经办结，或者不归您办理。请刷新列表。',
    'refusal.registry/event-impossible':
      '这次变动办不了：档案的现状不是这样，或日期早于原来的开始日期。请刷新核对后再登记。',
    'refusal.registry/care-is-off': '这份关爱名单没有启用。需要时请由安全管理员写明用途后启用。',
    'refusal.registry/consent-missing':
      '没有这份名单的有效同意。请先问本人，登记同意方式；依法应当列入的，请改选“法定职责”。',
    'refusal.registry/guardian-consents':
      '不满十四周岁，须由父母或其他监护人同意。请先问监护人，再把同意方式改为“监护人代为”。',
    'task.settle-conflict': '裁定信息冲突',
    'task.decide-correction': '办理更正申请',
    'notice.registry.conflict-stands': '您采集的一项信息与他人不一致，已裁定：保留原值。理由：{reason}',
    'notice.registry.conflict-offered': '您采集的一项信息与他人不一致，已裁定：采用新值。理由：{reason}',
    'notice.registry.correction-accepted': '您登记的更正申请已办结：同意更正。答复：{answer}',
    'notice.registry.correction-refused': '您登记的更正申请已办结：不予更正。答复：{answer}',
    'notice.registry.consent-withdrawn': '您网格内有居民撤回了同意，已退出相应的关爱名单，不再为此探访。点开查看是谁。',
    'notice.registry.consent-expired':
      '您网格内有居民的同意已到期，已退出相应的关爱名单，不再为此探访。点开查看是谁；本人愿意继续的，请重新登记同意后列入。',
    // Notices that lie in inboxes with the outcome as a word of the place.
    'notice.registry.conflict-settled': '您采集的一项信息与他人不一致，已裁定：{outcome}。理由：{reason}',
    'notice.registry.correction-settled': '您登记的更正申请已办结：{outcome}。答复：{answer}',
    'registry.outcome.stands': '保留原值',
    'registry.outcome.offered': '采用新值',
    'registry.outcome.accepted': '同意更正',
    'registry.outcome.refused': '不予更正',
    'registry.problem.unknown-field': '没有这一项',
    'registry.problem.wrong-type': '格式不对',
    'registry.problem.too-long': '太长',
    'registry.problem.not-in-list': '不在可选范围内',
    'registry.problem.no-such-day': '没有这一天',
    'registry.problem.out-of-range': '超出范围',
    'registry.problem.missing': '必填',
    'registry.problem.bad-identifier': '号码格式不对',
    'registry.problem.no-such-place': '没有这栋楼或这个单元。请从列表里选择。',
    'registry.problem.number-says-birth': '和证件号码里的出生日期不一致。请对照证件，改正号码或出生日期。',
    'registry.problem.number-says-sex': '和证件号码里的性别不一致。请对照证件，改正号码或性别。',
  },
  {
    'refusal.registry/no-such-thing':
      'There is no such record, or it is not in your grids. Open it from the list again.',
    'refusal.registry/thing-id-taken': 'This has been saved already. Reload the list to see it.',
    'refusal.registry/fields-wrong':
      '{count} fields cannot stand so, and nothing was saved. Correct them as is said below each, and save again.',
    'refusal.registry/no-such-grid': 'There is no such grid. Choose one from the tree.',
    'refusal.registry/grid-not-yet':
      'On {on} there was no “{grid}” yet: it is in force since {since}. The ground was that of “{instead}”: look at that, or choose a later day.',
    'refusal.registry/grid-no-more':
      'On {on} there was no “{grid}” any more: it was in force until the day before {until}. The ground is that of “{instead}” since: look at that, or choose an earlier day.',
    'refusal.registry/not-here': 'You do not record in this grid. Choose one of yours, or ask the worker of that grid.',
    'refusal.registry/has-ended': 'This record has ended or was merged and cannot be changed. Open the present one.',
    'refusal.registry/cannot-join': 'Records of these kinds are not joined in this way. Choose another relation.',
    'refusal.registry/joined-already': 'The two are joined in this way already. Reload to see it.',
    'refusal.registry/no-such-relation': 'There is no such relation, or it has ended. Reload to see it.',
    'refusal.registry/day-wrong': 'The day is wrong: not later than today, and no end before its beginning.',
    'refusal.registry/not-sealed': 'This field is seen without unmasking.',
    'refusal.registry/may-not-see':
      'You may not see this field. If you need it, ask the civil-affairs officer or the window.',
    'refusal.registry/home-known':
      '{title} is registered already. Open that record and update it; if this is another home, say so and save.',
    'refusal.registry/number-known':
      'This number is recorded for {title}. Open that record and update it; if it is really somebody else, say so and save.',
    'refusal.registry/no-such-conflict': 'This conflict is settled already, or not yours to settle. Reload the list.',
    'refusal.registry/no-such-correction': 'This request is decided already, or not yours to decide. Reload the list.',
    'refusal.registry/event-impossible':
      'This cannot have happened: the records stand differently, or the day is before it began. Reload and check.',
    'refusal.registry/care-is-off':
      'This list is not in use. If it is needed, the security administrator turns it on and says what for.',
    'refusal.registry/consent-missing':
      'No consent for this list is in force. Ask the person and say how they agreed; where the law puts them on it, choose “statutory duty”.',
    'refusal.registry/guardian-consents':
      'Under fourteen a parent or another guardian agrees. Ask the guardian, then choose “by a guardian”.',
    'task.settle-conflict': 'Settle conflicting data',
    'task.decide-correction': 'Decide on a request for correction',
    'notice.registry.conflict-stands':
      'Something you recorded differed from what somebody else recorded; it is settled: what stood stays. Why: {reason}',
    'notice.registry.conflict-offered':
      'Something you recorded differed from what somebody else recorded; it is settled: the other value is taken. Why: {reason}',
    'notice.registry.correction-accepted':
      'A request for correction you took down is decided: it is corrected. Answer: {answer}',
    'notice.registry.correction-refused':
      'A request for correction you took down is decided: it is not corrected. Answer: {answer}',
    'notice.registry.consent-withdrawn':
      'Somebody in your grids withdrew a consent and is off the care list that rested on it; no more visits for it. Open to see who.',
    'notice.registry.consent-expired':
      'A consent of somebody in your grids has run out; they are off the care list, no more visits for it. Open to see who; if they want to go on, record their consent again.',
    'notice.registry.conflict-settled':
      'Something you recorded differed from what somebody else recorded; it is settled: {outcome}. Why: {reason}',
    'notice.registry.correction-settled':
      'A request for correction you took down is decided: {outcome}. Answer: {answer}',
    'registry.outcome.stands': 'what stood stays',
    'registry.outcome.offered': 'the other value is taken',
    'registry.outcome.accepted': 'corrected',
    'registry.outcome.refused': 'not corrected',
    'registry.problem.unknown-field': 'no such field',
    'registry.problem.wrong-type': 'of the wrong form',
    'registry.problem.too-long': 'too long',
    'registry.problem.not-in-list': 'not in the list',
    'registry.problem.no-such-day': 'no such day',
    'registry.problem.out-of-range': 'out of range',
    'registry.problem.missing': 'needed',
    'registry.problem.bad-identifier': 'a number of the wrong form',
    'registry.problem.no-such-place': 'There is no such building or entrance. Choose one from the list.',
    'registry.problem.number-says-birth':
      'The identity number holds another birthday. Compare with the card, and correct the number or the birthday.',
    'registry.problem.number-says-sex':
      'The identity number holds the other sex. Compare with the card, and correct the number or the sex.',
  },
)
