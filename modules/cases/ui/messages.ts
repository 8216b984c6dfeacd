import { defineMessages } from '#platform/i18n/common/translate.ts'

/** Words of the parts that show a case. */
export const caseUiMessages = defineMessages(
  {
    'photo.n': '{title}照片 {n}（在新窗口看大图）',
    'timeline.label': '经过',
    'timeline.resident': '居民',
    'timeline.reason': '理由：{reason}',
    'timeline.to': '交给：{name}',
    'timeline.class': '类别：{name}',
    'timeline.into': '并入 {number}',
    'timeline.stars': '{stars} 星',
    'timeline.solved': '反映人说解决了',
    'timeline.not-solved': '反映人说没有解决',
    'timeline.photos': '{count} 张照片',
  },
  {
    'photo.n': '{title}: photo {n} (large, in a new window)',
    'timeline.label': 'What happened',
    'timeline.resident': 'resident',
    'timeline.reason': 'Reason: {reason}',
    'timeline.to': 'To: {name}',
    'timeline.class': 'Class: {name}',
    'timeline.into': 'Joined into {number}',
    'timeline.stars': '{stars} stars',
    'timeline.solved': 'the reporter says it is solved',
    'timeline.not-solved': 'the reporter says it is not solved',
    'timeline.photos': '{count} photos',
  },
)
