import { defineMessages } from '../../i18n/common/translate.ts'

export const settingsMessages = defineMessages(
  {
    'refusal.settings/no-such-setting': '没有这个参数。请刷新页面后重新选择。',
    'refusal.settings/out-of-bounds':
      '数值超出范围，应在 {least} 到 {most} 之间，天数和次数须为整数，用语只用汉字并按字数计。请改正后再保存。',
    'refusal.settings/from-past': '生效日期不能早于今天，已经办过的事项不受影响。请选今天或以后的日期。',
    'refusal.settings/reason-missing': '请写明为什么改，以便日后查证。',
    'refusal.settings/changed-meanwhile': '在您编辑期间，别人已经改过这个参数。请刷新后再改，您写的内容还在。',
  },
  {
    'refusal.settings/no-such-setting': 'There is no such setting. Reload the page and choose again.',
    'refusal.settings/out-of-bounds':
      'The value must lie between {least} and {most}; days and counts are whole, words are Chinese characters and counted. Correct it and save again.',
    'refusal.settings/from-past':
      'It cannot begin before today: what has been decided stays as it is. Choose today or a later day.',
    'refusal.settings/reason-missing': 'Say why, so that it can be looked up later.',
    'refusal.settings/changed-meanwhile':
      'Somebody has changed this setting while you were writing. Reload and change it again; what you wrote is kept.',
  },
)
