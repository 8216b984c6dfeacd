import { defineMessages } from '../../i18n/common/translate.ts'

export const keysOfficeMessages = defineMessages(
  {
    'place.keys': '密钥',
    'keys.about':
      '证件号码、电话等用密钥加密保存，密钥不在数据库里。更换时程序照常使用，后台重新加密；请先备份密钥文件。',
    'keys.sealing': '加密密钥',
    'keys.index': '索引密钥（按号码精确查找）',
    'keys.current': '当前：{id}',
    'keys.others': '旧密钥：{ids}',
    'keys.no-others': '没有旧密钥。',
    'keys.rotate': '更换',
    'keys.rotate-of': '更换{ring}',
    'keys.reason': '更换原因',
    'keys.drop': '移除旧密钥',
    'keys.drop-of': '移除旧密钥：{ring}',
    'keys.dropped': '已移除旧密钥。',
    'keys.never': '没有更换过。',
    'keys.running': '正在重新处理：{done} / {total}',
    'keys.finished': '{at} 完成，共 {total} 条。{by}：{reason}',
    'keys.progress': '进度',
  },
  {
    'place.keys': 'Keys',
    'keys.about':
      'Identity numbers, telephones and the like are sealed with keys that are not in the database. While one is replaced everything goes on; all is sealed anew in the background. Back up the key file first.',
    'keys.sealing': 'Sealing key',
    'keys.index': 'Index key (finding by number)',
    'keys.current': 'Current: {id}',
    'keys.others': 'Older: {ids}',
    'keys.no-others': 'There are no older keys.',
    'keys.rotate': 'Replace',
    'keys.rotate-of': 'Replace: {ring}',
    'keys.reason': 'Why',
    'keys.drop': 'Remove older keys',
    'keys.drop-of': 'Remove older keys: {ring}',
    'keys.dropped': 'The older keys are gone.',
    'keys.never': 'It was never replaced.',
    'keys.running': 'Being made anew: {done} of {total}',
    'keys.finished': 'Done {at}, {total} in all. {by}: {reason}',
    'keys.progress': 'Progress',
  },
)
