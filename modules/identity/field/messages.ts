import { defineMessages } from '#platform/i18n/common/translate.ts'

export const mineMessages = defineMessages(
  {
    'mine.title': '我的',
    'mine.posts': '我的岗位',
    'mine.posts-hint': '现在以哪个岗位工作',
    'mine.no-post': '您现在没有岗位，看不到任务。请联系街道人事。',
    'mine.display': '显示',
    'mine.sunlight': '强光模式',
    'mine.sunlight-hint': '白底黑字，太阳下也看得清',
    'mine.large': '大字',
    'mine.gloves': '手套模式',
    'mine.gloves-hint': '按钮更大、隔得更开',
    'mine.battery': '省电：应用打开着才收发、才定位；巡查轨迹只在走任务、亮着屏时记录，后台什么都不做。',
    'mine.demo': '演示环境：数据都是虚构的。',
  },
  {
    'mine.title': 'Me',
    'mine.posts': 'My posts',
    'mine.posts-hint': 'The post I work in now',
    'mine.no-post': 'You hold no post now, so there are no tasks. Please ask the staffing office of the street.',
    'mine.display': 'Display',
    'mine.sunlight': 'Sunlight mode',
    'mine.sunlight-hint': 'Black on white, readable in the sun',
    'mine.large': 'Large text',
    'mine.gloves': 'Gloves',
    'mine.gloves-hint': 'Larger buttons, further apart',
    'mine.battery':
      'Battery: the app sends, fetches and asks where you are only while it is open; a track is kept only on a round with the screen on. Nothing runs in the background.',
    'mine.demo': 'Demo: all data is made up.',
  },
)
