/** The words of this module and what each lets a person do, as the security administrator reads it. */
export const relayPermissions = {
  'relay.write': {
    'zh-CN': '给楼门院长写转告，答复居民问的话',
    en: 'Write words for building heads to pass on, and answer what was asked back',
  },
  'relay.pass': {
    'zh-CN': '把转告告诉本楼院住户，回报问的话',
    en: 'Pass words on to the households of one’s yards, and say what they asked',
  },
} as const
