import { defineMessages } from '#platform/i18n/common/translate.ts'

/** What the audit calls the commands of this module, and the things they are about. */
export const hotlineAuditWords = defineMessages(
  {
    'command.hotline.take-call': '接听来电',
    'command.hotline.caller-history': '查看来电历史',
    'command.hotline.answer-call': '当场答复来电',
    'command.hotline.open-case': '来电转案卷',
    'command.hotline.link-call': '来电关联案卷',
    'command.hotline.put-article': '编写知识条目',
    'command.hotline.record-call-back': '记录来电回访',
    'command.hotline.record-case-call-back': '记录案卷回访',
    'thing.hotline-call': '来电',
    'thing.hotline-article': '知识条目',
  },
  {
    'command.hotline.take-call': 'Take a call',
    'command.hotline.caller-history': 'See the caller’s history',
    'command.hotline.answer-call': 'Answer a call at once',
    'command.hotline.open-case': 'Open a case from a call',
    'command.hotline.link-call': 'Link a call to a case',
    'command.hotline.put-article': 'Write an article',
    'command.hotline.record-call-back': 'Record a call-back',
    'command.hotline.record-case-call-back': 'Record a call-back about a case',
    'thing.hotline-call': 'call',
    'thing.hotline-article': 'article',
  },
)
