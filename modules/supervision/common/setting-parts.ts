import type { BothTexts, SettingGroup, SettingPart } from '#platform/settings/common/index.ts'
import { type SupervisionSettings, usualSupervision } from './ladder.ts'

const both = (chinese: string, english: string): BothTexts => ({ 'zh-CN': chinese, en: english })

const local = both('本地做法，可调', 'Local practice, configurable')
const points = both(
  '金牛区公布的考核公式对同一点位 5 次以上重复投诉扣分；3 次是更早的提醒',
  'A published formula (Jinniu) marks down points with 5 and more repeated complaints; 3 is an earlier warning',
)

const limit = (name: keyof SupervisionSettings['limits'], label: BothTexts): SettingPart => ({
  ...{ key: `limits.${name}`, kind: 'limit', least: 0.5, most: 365, label, source: local },
})
const whole = (key: string, least: number, most: number, label: BothTexts, source = local): SettingPart => ({
  ...{ key, kind: 'whole', least, most, label, source },
})

/** The numbers of supervision that a place may set. */
export const supervisionSettings: SettingGroup<SupervisionSettings> = {
  name: 'supervision',
  label: both('督办', 'Supervision'),
  usual: usualSupervision,
  parts: [
    limit('urge', both('催办答复时限', 'Limit to answer an urge')),
    limit('order', both('督办单答复时限', 'Limit to answer a supervision order')),
    limit('instruction', both('批示答复时限', 'Limit to answer an instruction')),
    whole('repeated.warnFrom', 2, 50, both('重复点位提醒次数', 'Complaints at a point that warn'), points),
    whole('repeated.graveFrom', 2, 100, both('重复点位督办次数', 'Complaints at a point that raise it'), points),
    whole('repeated.days', 1, 366, both('重复点位统计天数', 'Days that count for a repeated point')),
    whole('repeated.radiusMetres', 5, 500, both('重复点位半径（米）', 'Radius of a repeated point, in metres')),
    whole('satisfiedFrom', 1, 5, both('几星起算满意', 'Stars that count as satisfied')),
  ],
}
