import { defineMessages } from '#platform/i18n/common/translate.ts'

/** What the audit calls the commands of this module, and the things they are about. */
export const diaryAuditWords = defineMessages(
  {
    'command.diary.write': '写民情日记',
    'command.diary.give-feedback': '反馈民情日记',
    'command.diary.open-case': '日记转案卷',
    'command.diary.transfer': '写转交督办单',
    'command.diary.see-person': '查看日记对象',
    'command.diary.print-transfer': '打印转交督办单',
    'thing.diary-entry': '民情日记',
  },
  {
    'command.diary.write': 'Write a diary entry',
    'command.diary.give-feedback': 'Give feedback on an entry',
    'command.diary.open-case': 'Open a case from an entry',
    'command.diary.transfer': 'Write a transfer order',
    'command.diary.see-person': 'See whom an entry is about',
    'command.diary.print-transfer': 'Print a transfer order',
    'thing.diary-entry': 'diary entry',
  },
)
