import { both, limitPart, type SettingGroup, wholePart } from '#platform/settings/common/index.ts'
import { cleaningItemNames } from './item-names.ts'
import { cleaningItems, type CleaningSettings, usualCleaning } from './standard.ts'

const source = both(
  '六净一洁一见本色、两扫两保为通行的道路保洁要求；各项分值为本地考核办法，可调，0 表示不用',
  'Six clean, one tidy, one true colour and two sweeps, two upkeeps are common; the points are local practice, 0 for not used',
)

/** The standard of cleaning as the place sets it, each number from a day on. */
export const cleaningSettings: SettingGroup<CleaningSettings> = {
  name: 'cleaning',
  label: both('保洁考评', 'Cleaning'),
  usual: usualCleaning,
  parts: [
    ...cleaningItems.map(item =>
      wholePart(
        `points-${item}`,
        { least: 0, most: 20 },
        both(`${cleaningItemNames[item]['zh-CN']}：扣几分`, `${cleaningItemNames[item].en}: points taken off`),
        source,
      ),
    ),
    wholePart('fullScore', { least: 10, most: 1000 }, both('每月满分', 'Full score of a month'), source),
    limitPart('objectWithin', { least: 1, most: 30 }, both('申诉期限', 'Time to object'), source),
    limitPart('decideWithin', { least: 1, most: 60 }, both('申诉处理期限', 'Time to decide on an objection'), source),
  ],
}
