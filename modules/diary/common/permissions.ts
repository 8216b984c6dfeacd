/** The words of this module and what each lets a person do, as the security administrator reads it. */
export const diaryPermissions = {
  'diary.write': { 'zh-CN': '写民情日记', en: 'Keep a diary of visits and talks' },
  'diary.read': { 'zh-CN': '查看民情日记', en: 'Read diaries of visits and talks' },
  'diary.answer': {
    'zh-CN': '反馈民情日记、转为案卷、转交督办',
    en: 'Answer diary entries, open cases from them, hand them to the street',
  },
  'diary.see-person': {
    'zh-CN': '查看民情日记里走访的人（须写明理由，留痕）',
    en: 'See whom a diary entry is about (with a reason, on record)',
  },
} as const
