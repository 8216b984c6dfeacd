import { defineMessages } from '#platform/i18n/common/translate.ts'

export const fieldMessages = defineMessages(
  {
    'app.name': '网格 · 现场',
    'tab.today': '今日',
    'tab.map': '地图',
    'tab.report': '上报',
    'tab.mine': '我的',
    'tab.label': '主菜单',
    'tab.count': '件等您办',
    missing: '没有这个页面',
    'missing.hint': '请从下面的菜单重新进入。',
    'map.cases': '案卷',
    'map.grids': '网格和负责人',
    'map.title': '地图',
  },
  {
    'app.name': 'Wangge · field',
    'tab.today': 'Today',
    'tab.map': 'Map',
    'tab.report': 'Report',
    'tab.mine': 'Me',
    'tab.label': 'Main menu',
    'tab.count': 'waiting for you',
    missing: 'There is no such page',
    'missing.hint': 'Please use the menu below.',
    'map.cases': 'Cases',
    'map.grids': 'Grids and who answers for them',
    'map.title': 'Map',
  },
)
