import {
  both,
  type BothTexts,
  limitPart,
  type SettingGroup,
  type SettingPart,
  wholePart,
} from '#platform/settings/common/index.ts'
import { type SupervisionSettings, usualSupervision } from './ladder.ts'

const points = both(
  '金牛区公布的考核公式对同一点位 5 次以上重复投诉扣分；3 次是更早的提醒',
  'A published formula (Jinniu) marks down points with 5 and more repeated complaints; 3 is an earlier warning',
)

const limit = (name: keyof SupervisionSettings['limits'], label: BothTexts): SettingPart =>
  limitPart(`limits.${name}`, { least: 0.5, most: 365 }, label)

/** The numbers of supervision that a place may set. */
export const supervisionSettings: SettingGroup<SupervisionSettings> = {
  name: 'supervision',
  label: both('督办', 'Supervision'),
  usual: usualSupervision,
  parts: [
    limit('urge', both('催办答复时限', 'Limit to answer an urge')),
    limit('order', both('督办单答复时限', 'Limit to answer a supervision order')),
    limit('instruction', both('批示答复时限', 'Limit to answer an instruction')),
    wholePart(
      'repeated.warnFrom',
      { least: 2, most: 50 },
      both('重复点位提醒次数', 'Complaints at a point that warn'),
      points,
    ),
    wholePart(
      'repeated.graveFrom',
      { least: 2, most: 100 },
      both('重复点位督办次数', 'Complaints at a point that raise it'),
      points,
    ),
    wholePart(
      'repeated.days',
      { least: 1, most: 366 },
      both('重复点位统计天数', 'Days that count for a repeated point'),
    ),
    wholePart(
      'repeated.radiusMetres',
      { least: 5, most: 500 },
      both('重复点位半径（米）', 'Radius of a repeated point, in metres'),
    ),
    wholePart('satisfiedFrom', { least: 1, most: 5 }, both('几星起算满意', 'Stars that count as satisfied')),
  ],
}
