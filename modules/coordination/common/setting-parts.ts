import type { SettingGroup } from '#platform/settings/common/index.ts'
import { type CoordinationSettings, usualCoordination } from './whistle.ts'

/** The numbers of coordination that a place may set. */
export const coordinationSettings: SettingGroup<CoordinationSettings> = {
  name: 'coordination',
  label: { 'zh-CN': '吹哨报到', en: 'Whistles' },
  usual: usualCoordination,
  parts: [
    {
      ...{ key: 'arrival', kind: 'limit', least: 0.25, most: 72 },
      label: { 'zh-CN': '部门到场时限', en: 'Limit for a department to be there' },
      source: {
        'zh-CN': '各街道按哨声类别规定半小时到两小时不等；本地做法，可调',
        en: 'Streets ask for half an hour to two hours by the kind of whistle; local practice, configurable',
      },
    },
  ],
}
