import type { SettingGroup } from '#platform/settings/common/index.ts'
import { type BoundaryRules, usualBoundaryRules } from './finding.ts'

const source = {
  'zh-CN': '边界测绘和矢量化精度各地不同；本地做法，可调',
  en: 'Surveys and digitised boundaries differ in accuracy from place to place; local practice, configurable',
}

/** From where on the check of boundaries calls something a fault. */
export const boundarySettings: SettingGroup<BoundaryRules> = {
  name: 'boundaries',
  label: { 'zh-CN': '网格边界检查', en: 'Check of grid boundaries' },
  usual: usualBoundaryRules,
  parts: [
    {
      ...{ key: 'sliverCentimetres', kind: 'whole', least: 1, most: 500 },
      label: { 'zh-CN': '狭缝宽度上限（厘米）', en: 'Width below which a gap is a sliver (cm)' },
      source,
    },
    {
      ...{ key: 'leastGridWidthCentimetres', kind: 'whole', least: 10, most: 5000 },
      label: { 'zh-CN': '网格最小平均宽度（厘米）', en: 'Least mean width of a grid (cm)' },
      source,
    },
    {
      ...{ key: 'buildingToleranceCentimetres', kind: 'whole', least: 0, most: 1000 },
      label: { 'zh-CN': '建筑物越界容差（厘米）', en: 'How far a building may reach over a border (cm)' },
      source,
    },
  ],
}
