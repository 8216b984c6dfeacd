import { both, type SettingGroup, wholePart } from '#platform/settings/common/index.ts'
import { type RoutingSettings, usualRouting } from './settings.ts'

/** The numbers of shifts that a place may set. */
export const routingSettings: SettingGroup<RoutingSettings> = {
  name: 'routing',
  label: both('排班', 'Shifts'),
  usual: usualRouting,
  parts: [
    wholePart(
      'mostDaysAhead',
      { least: 7, most: 366 },
      both('最多提前几天排班', 'How far ahead shifts may be planned, in days'),
    ),
    wholePart(
      'rhythmDays',
      { least: 1, most: 60 },
      both('几天内有班次的岗位算轮班岗位', 'A post with a shift within so many days works in shifts'),
    ),
  ],
}
