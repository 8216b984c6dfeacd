import { defineMessages } from '#platform/i18n/common/translate.ts'

export const hotlineMessages = defineMessages(
  {
    'hotline.kind.advice': '咨询',
    'hotline.kind.help': '求助',
    'hotline.kind.complaint': '投诉',
    'hotline.kind.suggestion': '建议',
    'hotline.kind.report': '反映问题',
    'hotline.kind.other': '其他',
    'hotline.satisfaction.very-satisfied': '非常满意',
    'hotline.satisfaction.satisfied': '满意',
    'hotline.satisfaction.fairly-satisfied': '基本满意',
    'hotline.satisfaction.dissatisfied': '不满意',
    'refusal.hotline/no-number': '没有读出来电号码。请按来电显示重新输入，至少 3 位数字。',
    'refusal.hotline/call-id-taken': '这个来电已经登记过，但内容不一样。请刷新后重新登记。',
    'refusal.hotline/no-such-call': '没有这个来电，或者它属于别的热线坐席单位。请从来电列表里重新打开。',
    'refusal.hotline/call-settled': '这个来电已经答复或转为案卷。请刷新，看看现在的结果。',
    'refusal.hotline/no-such-case': '没有这个案卷，或者您现在的岗位看不到它。请核对案卷编号，或另开案卷。',
    'refusal.hotline/no-such-article': '没有这篇知识，或者它现在不生效。请重新搜索后选择。',
    'refusal.hotline/article-changed': '在您编辑期间，别人已经改过这篇知识。请刷新后再改，您写的内容还在。',
    'refusal.hotline/no-case-yet': '这个来电没有案卷，不用回访。请选择已转为案卷的来电。',
    'refusal.hotline/case-not-closed': '案卷还没有结案，或者您看不到它。请在结案后回访。',
    'refusal.hotline/called-back-already': '这个来电的回访已经完成。请从待回访列表里选择下一个。',
    'refusal.hotline/answers-missing': '已接通时，请记录“是否解决”和“满意程度”。',
    'refusal.hotline/answers-unheard': '没有接通，不能代填“是否解决”和“满意程度”。请清空这两项。',
  },
  {
    'hotline.kind.advice': 'Advice',
    'hotline.kind.help': 'Help',
    'hotline.kind.complaint': 'Complaint',
    'hotline.kind.suggestion': 'Suggestion',
    'hotline.kind.report': 'Report',
    'hotline.kind.other': 'Other',
    'hotline.satisfaction.very-satisfied': 'Very satisfied',
    'hotline.satisfaction.satisfied': 'Satisfied',
    'hotline.satisfaction.fairly-satisfied': 'Fairly satisfied',
    'hotline.satisfaction.dissatisfied': 'Dissatisfied',
    'refusal.hotline/no-number': 'No number could be read. Type it as the telephone shows it, at least 3 digits.',
    'refusal.hotline/call-id-taken': 'This call was recorded before with other contents. Reload and record it anew.',
    'refusal.hotline/no-such-call':
      'There is no such call, or it belongs to another hotline desk. Open it from the list of calls again.',
    'refusal.hotline/call-settled': 'This call was answered or became a case already. Reload to see how it ended.',
    'refusal.hotline/no-such-case':
      'There is no such case, or your present post may not see it. Check the number, or open a new case.',
    'refusal.hotline/no-such-article': 'There is no such article, or it is not in force now. Search again and choose.',
    'refusal.hotline/article-changed':
      'Somebody has changed this article while you were writing. Reload and change it again; what you wrote is kept.',
    'refusal.hotline/no-case-yet': 'This call has no case, so nobody is called back. Choose a call that became a case.',
    'refusal.hotline/case-not-closed':
      'The case is not closed yet, or you may not see it. Call back after it is closed.',
    'refusal.hotline/called-back-already': 'This caller was called back already. Choose the next one from the list.',
    'refusal.hotline/answers-missing':
      'When the caller was reached, record whether it is solved and how satisfied they are.',
    'refusal.hotline/answers-unheard':
      'Nobody answered, so nothing can be said about solved and satisfied. Clear both fields.',
  },
)
