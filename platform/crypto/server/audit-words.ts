import { defineMessages } from '../../i18n/common/translate.ts'

/** What the audit calls the commands of this module, and the things they are about. */
export const keysAuditWords = defineMessages(
  {
    'command.keys.rotate': '更换密钥',
    'command.keys.drop-old': '清除旧密钥',
    'thing.keys': '密钥',
  },
  {
    'command.keys.rotate': 'Rotate a key',
    'command.keys.drop-old': 'Drop old keys',
    'thing.keys': 'key',
  },
)
