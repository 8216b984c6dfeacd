import type { SettingGroup } from '#platform/settings/common/index.ts'

export interface PatrolSettings {
  /** Days after a round in which looks may still be told (a phone without signal) and reasons still given. */
  readonly tellDays: number
  /** Days for which the walker's own track is kept. */
  readonly trackDays: number
}

export const usualPatrol: PatrolSettings = { tellDays: 7, trackDays: 7 }

/** The numbers of patrols that a place may set. */
export const patrolSettings: SettingGroup<PatrolSettings> = {
  name: 'patrol',
  label: { 'zh-CN': '巡查', en: 'Patrols' },
  usual: usualPatrol,
  parts: [
    {
      ...{ key: 'tellDays', kind: 'whole', least: 1, most: 31 },
      label: { 'zh-CN': '巡查记录可以补传的天数', en: 'Days in which a round may still be told' },
      source: {
        'zh-CN': '无信号时记录在手机上，恢复后补传；天数为本地做法，可调',
        en: 'Rounds without signal are told later; how much later is local practice, configurable',
      },
    },
    {
      ...{ key: 'trackDays', kind: 'whole', least: 1, most: 90 },
      label: { 'zh-CN': '巡查轨迹保留天数', en: 'Days for which a track is kept' },
      source: {
        'zh-CN': '个人信息保护法：行踪轨迹是敏感个人信息，保存期限应为实现目的所必要的最短时间；天数可调',
        en: 'Personal Information Protection Law: whereabouts are sensitive and kept no longer than needed; configurable',
      },
    },
  ],
}
