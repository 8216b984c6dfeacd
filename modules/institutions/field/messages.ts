import { defineMessages } from '#platform/i18n/common/translate.ts'

/** Words of the library on the phone. */
export const institutionsFieldMessages = defineMessages(
  {
    'library.title': '制度库',
    'library.search': '查找制度',
    'library.to-read': '要我读的',
    'library.all-read': '要您读的都读完了。',
    'library.others': '施行中的制度',
    'library.empty': '没有找到。换一个词试试。',
    'outbox.institutions.acknowledge': '已读确认',
    'one.from': '{from} 起施行',
    'one.until': '{from} 至 {until} 施行',
    'one.repealed': '从 {from} 起废止：{reason}',
  },
  {
    'library.title': 'Institutions',
    'library.search': 'Find',
    'library.to-read': 'For me to read',
    'library.all-read': 'You have read all that you have to.',
    'library.others': 'In force',
    'library.empty': 'Nothing found. Try another word.',
    'outbox.institutions.acknowledge': 'Read and acknowledged',
    'one.from': 'in force from {from}',
    'one.until': 'in force {from} to {until}',
    'one.repealed': 'Repealed from {from} on: {reason}',
  },
)
