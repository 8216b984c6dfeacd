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
      '{classCode} 是 2013 版的旧代码。请改用新代码：{now}（没有列出时，请从目录中选择）。',
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
      '{classCode} is a code of the 2013 edition. Use the new one: {now} (when none is shown, choose from the catalogue).',
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
  },
)
