/** The words of this module and what each lets a person do, as the security administrator reads it. */
export const hotlinePermissions = {
  'hotline.answer': {
    'zh-CN': '接听热线、登记来电、答复、转为案卷',
    en: 'Take calls, answer them, open cases from them',
  },
  'hotline.see-caller': {
    'zh-CN': '查看来电号码和来电历史（须写明理由，留痕）',
    en: 'See a caller’s number and earlier calls (with a reason, on record)',
  },
  'hotline.edit-articles': { 'zh-CN': '维护热线知识库', en: 'Write the articles of the knowledge base' },
  'hotline.call-back': { 'zh-CN': '结案后回访', en: 'Call back after a case was closed' },
  'hotline.figures': { 'zh-CN': '查看回访统计', en: 'See the figures of call-backs' },
} as const
