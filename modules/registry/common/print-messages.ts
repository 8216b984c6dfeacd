import { defineMessages } from '#platform/i18n/common/translate.ts'

/** Words of the printed list of looks. */
export const looksPrintMessages = defineMessages(
  {
    'print.title': '个人信息查阅记录',
    'print.issuer': '社区',
    'print.printed': '{name} {at} 出具',
    'print.page': '第 {page} 页，共 {pages} 页',
    'print.who': '本人',
    'print.count': '查阅次数',
    'print.at': '时间',
    'print.by': '查阅人',
    'print.post': '岗位',
    'print.what': '查看内容',
    'print.why': '事由',
    'print.page-as-a-whole': '基本档案',
    'print.none': '没有查阅记录。',
    'print.note': '如认为查阅不当，可向社区居民委员会或街道反映。',
    'print.seal': '（盖章）',
  },
  {
    'print.title': 'Who looked at my data',
    'print.issuer': 'Community',
    'print.printed': 'issued by {name}, {at}',
    'print.page': 'Page {page} of {pages}',
    'print.who': 'Person',
    'print.count': 'Looks',
    'print.at': 'When',
    'print.by': 'Who',
    'print.post': 'Post',
    'print.what': 'What',
    'print.why': 'Why',
    'print.page-as-a-whole': 'the record as a whole',
    'print.none': 'Nobody has looked.',
    'print.note': 'If a look seems wrong to you, tell the community committee or the street.',
    'print.seal': '(seal)',
  },
)
