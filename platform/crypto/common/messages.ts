import { defineMessages } from '../../i18n/common/translate.ts'

export const keysMessages = defineMessages(
  {
    'refusal.keys/still-running': '上一次更换还在进行。请等它完成后再试。',
    'refusal.keys/still-needed': '还有 {count} 条内容用旧密钥加密。请再更换一次，等它完成后再移除。',
  },
  {
    'refusal.keys/still-running': 'The last change is still going on. Try again when it is done.',
    'refusal.keys/still-needed':
      '{count} contents are still sealed with an old key. Change the key once more, and remove the old ones when that is done.',
  },
)

export const keysPermissions = {
  'keys.rotate': { 'zh-CN': '更换加密密钥和索引密钥', en: 'Replace the keys that seal and that index' },
} as const
