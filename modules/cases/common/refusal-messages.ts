import { defineMessages } from '#platform/i18n/common/translate.ts'

/** Each says why, and what to do next. */
export const refusalMessages = defineMessages(
  {
    'refusal.cases/not-found': '没有这个案卷，或者您现在的岗位看不到它。请从列表里重新打开，或切换岗位。',
    'refusal.cases/not-allowed': '您现在的岗位不能对这个案卷做这一步。请交给负责的岗位，或切换到您的其他岗位。',
    'refusal.cases/not-in-this-status': '案卷已经不在可以做这一步的状态。请刷新，看看现在该做什么。',
    'refusal.cases/changed-meanwhile':
      '在您查看期间，别人已经处理过这个案卷。请刷新后按最新情况再决定，您写的内容还在。',
    'refusal.cases/case-id-taken': '这份反映已经提交过，但内容不一样。请重新填写一份后提交。',
    'refusal.cases/source-not-yours': '这种来源只能由工作人员填报。请选择“居民反映”，或登录工作岗位。',
    'refusal.cases/text-missing': '请填写：{field}。',
    'refusal.cases/text-too-long': '{field}最多 {limit} 个字，现在有 {length} 个。请删短后再提交。',
    'refusal.cases/unknown-class': '目录里没有 {classCode} 这个类别。请从目录中选择。',
    'refusal.cases/old-class-code':
      '{classCode} 已不再使用（2013 版旧代码，或已并入国标的地方扩展类）。请改用：{now}（没有列出时，请从目录中选择）。',
    'refusal.cases/unknown-unit': '不能派给这个单位，可能已经停用。请重新选择单位。',
    'refusal.cases/joins-itself': '案卷不能并入它自己。请选择另一个案卷。',
    'refusal.cases/no-such-target': '没有找到要并入的案卷，或者您看不到它。请从附近的案卷里选择。',
    'refusal.cases/target-ended': '要并入的案卷 {number} 已经不予受理或已并案。请选择它并入的那个案卷，或另选一个。',
    'refusal.cases/wrong-code': '编号和查询码对不上。请对照回执再输入一次；查询码为 10 位，不分大小写。',
    'refusal.cases/too-many-wrong-codes':
      '这个编号输错查询码的次数太多。请过 {seconds} 秒再试，或登录后在“我的反映”里查看。',
    'refusal.cases/already-rated': '您已经评价过了，谢谢。每个案卷只评价一次。',
    'refusal.cases/no-reporter': '这个案卷没有留下反映人的姓名和电话。请按地址和照片到现场处理。',
    'refusal.cases/no-such-view': '没有这个常用筛选，可能已经删除。请刷新列表。',
    'refusal.cases/view-name-taken': '已有同名的常用筛选。请换一个名字，或先删除旧的。',
    'refusal.cases/too-many-views': '最多保存 {limit} 个常用筛选。请先删除不用的。',
    'refusal.cases/held-up': '案卷正在核实、挂起、争议裁定，或协办、申请还没有结果。请先办完那一项，再做这一步。',
    'refusal.cases/claimed-by-another': '这个案卷已被其他岗位认领。请从待办池选择别的，或请对方放回。',
    'refusal.cases/nobody-to-check': '附近没有在岗的网格员可以核实。请改派值班长安排，或直接受理后立案。',
    'refusal.cases/photos-before-and-after': '简易案卷需要处理前和处理后的照片。请补拍后再提交。',
    'refusal.cases/already-linked': '这两个案卷已经关联，不需要再关联一次。',
    'refusal.cases/returned-by-that-unit': '这个单位刚刚退回过。请改派别的单位；仍要派给它的，请在说明里写明理由。',
    'refusal.cases/helps-itself': '主办单位不能同时是协办单位。请从协办里去掉它。',
    'refusal.cases/children-open': '还有子案卷没有办完（{numbers}）。请先办结子案卷，再办理主案卷。',
    'refusal.cases/text-changed': '在您编辑期间，别人已经改过这条常用语。请刷新后再改。',
    'refusal.cases/unknown-condition': '没有这条立案条件，或已停用。请从该类别现行的立案条件中选择。',
    'refusal.cases/unknown-post': '没有这个岗位，或岗位空缺。请重新选择岗位。',
    'refusal.cases/ruled-already': '责任已经裁定，不能再次提出争议。请按裁定办理。',
    'refusal.cases/too-late-to-extend': '处置时限已经超过，不能再申请延期。请尽快办理；结案后可以申诉一次。',
    'refusal.cases/extended-enough': '最多延期 {most} 次，已经用完。请尽快办理。',
    'refusal.cases/not-your-own-request': '自己的申请不能由自己审批。请由另一个人审批。',
    'refusal.cases/suspension-date': '挂起日期要在今天之后、{most} 天以内。请重新选择日期。',
    'refusal.cases/suspended-enough': '每个案卷只能挂起一次，已经用过。请继续办理，或申请延期。',
    'refusal.cases/unknown-leave-out-reason': '这里没有这条剔除理由。请从本地设置的理由中选择：{reasons}。',
    'refusal.cases/appealed-already': '每个案卷只能申诉一次，已经申诉过。结果请看案卷经过。',
    'refusal.cases/reopen-window-over': '结案已超过 {days} 天，不能再要求重新办理。请重新反映，并写上原来的编号。',
    'refusal.cases/no-such-level': '已经在最高或最低一级，不能再移动。请在本级办理。',
  },
  {
    'refusal.cases/not-found':
      'There is no such case, or your present post may not see it. Open it from the list again, or switch posts.',
    'refusal.cases/not-allowed':
      'Your present post may not do this to the case. Leave it to the post in charge, or switch to another of your posts.',
    'refusal.cases/not-in-this-status':
      'The case is no longer at a point where this can be done. Reload to see what comes next.',
    'refusal.cases/changed-meanwhile':
      'Somebody has dealt with this case while you were looking. Reload and decide again; what you wrote is kept.',
    'refusal.cases/case-id-taken':
      'This report was sent before with other contents. Please fill in a new report and send that.',
    'refusal.cases/source-not-yours':
      'Only staff may report with this source. Choose “resident”, or sign in to a staff post.',
    'refusal.cases/text-missing': 'Please fill in: {field}.',
    'refusal.cases/text-too-long': '{field} may have at most {limit} characters and has {length}. Please shorten it.',
    'refusal.cases/unknown-class': 'The catalogue has no class {classCode}. Please choose one from the catalogue.',
    'refusal.cases/old-class-code':
      '{classCode} is not used any more (a code of the 2013 edition, or a local class that the national catalogue adopted). Use: {now} (when none is shown, choose from the catalogue).',
    'refusal.cases/unknown-unit': 'Cases cannot be sent to this unit; it may be closed. Please choose another.',
    'refusal.cases/joins-itself': 'A case cannot be joined into itself. Please choose another case.',
    'refusal.cases/no-such-target':
      'The case to join into was not found, or you may not see it. Choose one of those near by.',
    'refusal.cases/target-ended':
      'Case {number} was itself refused or joined. Choose the case it was joined into, or another.',
    'refusal.cases/wrong-code':
      'Number and code do not match. Compare with your receipt and try again; the code has 10 characters.',
    'refusal.cases/too-many-wrong-codes':
      'Too many wrong codes for this number. Try again in {seconds} seconds, or sign in and look at “my reports”.',
    'refusal.cases/already-rated': 'You have rated this already, thank you. Each case is rated once.',
    'refusal.cases/no-reporter': 'No name or phone was left with this case. Please go by address and photos.',
    'refusal.cases/no-such-view': 'There is no such saved view; it may have been deleted. Please reload the list.',
    'refusal.cases/view-name-taken': 'You have a saved view of this name. Choose another name, or delete the old one.',
    'refusal.cases/too-many-views': 'At most {limit} saved views are kept. Please delete one you do not use.',
    'refusal.cases/held-up':
      'The case is being checked, resting, disputed, or waits for an assistant or an answer. Settle that first.',
    'refusal.cases/claimed-by-another':
      'Another post has claimed this case. Take another from the pool, or ask them to release it.',
    'refusal.cases/nobody-to-check':
      'No grid worker near by is on duty to check. Ask the duty chief, or accept and file it.',
    'refusal.cases/photos-before-and-after':
      'A simple case needs a photo from before and one from after. Please add them.',
    'refusal.cases/already-linked': 'These two cases are linked already; nothing more is needed.',
    'refusal.cases/returned-by-that-unit':
      'This unit has just returned it. Choose another, or say in the note why it must be this one.',
    'refusal.cases/helps-itself': 'The host cannot be its own assistant. Please take it off the list of assistants.',
    'refusal.cases/children-open': 'Parts of this case are still open ({numbers}). Finish those first, then this one.',
    'refusal.cases/text-changed': 'Somebody has changed this text while you were writing. Reload and change it again.',
    'refusal.cases/unknown-condition':
      'There is no such filing condition in force. Choose one that the class has today.',
    'refusal.cases/unknown-post': 'There is no such post, or nobody holds it. Please choose another.',
    'refusal.cases/ruled-already': 'It has been ruled whose this is, so it cannot be disputed again. Please handle it.',
    'refusal.cases/too-late-to-extend':
      'The limit has passed, so it cannot be extended. Please hurry; after closing you may appeal once.',
    'refusal.cases/extended-enough': 'A case is extended {most} times at most, and that is used up. Please hurry.',
    'refusal.cases/not-your-own-request': 'Nobody answers their own request. Please let somebody else decide.',
    'refusal.cases/suspension-date': 'The date must lie ahead and within {most} days. Please choose another.',
    'refusal.cases/suspended-enough': 'A case rests once, and that is used up. Go on with it, or ask for an extension.',
    'refusal.cases/unknown-leave-out-reason':
      'The place has no such reason for leaving a case out. Choose one of those it has set: {reasons}.',
    'refusal.cases/appealed-already': 'A case is appealed once, and it has been. See the history for the outcome.',
    'refusal.cases/reopen-window-over':
      'It was closed more than {days} days ago and stays closed. Report again and give the old number.',
    'refusal.cases/no-such-level': 'There is no level beyond this one. Please deal with it here.',
  },
)
