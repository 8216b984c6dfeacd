import { both, type SettingGroup, wholePart } from '#platform/settings/common/index.ts'
import { type DiarySettings, usualDiary } from './entry.ts'

/** The numbers of the diary that a place may set. */
export const diarySettings: SettingGroup<DiarySettings> = {
  name: 'diary',
  label: both('民情日记', 'Diary'),
  usual: usualDiary,
  parts: [
    wholePart(
      'feedbackDays',
      { least: 0, most: 30 },
      both('记录后几天内反馈（0 为当日）', 'Days until an entry is answered (0 is the same day)'),
      both(
        '西城“全响应”：一事一记、一日反馈；本地可调',
        'Full response of Xicheng: one matter one record, answered within a day',
      ),
    ),
    wholePart(
      'communityDepth',
      { least: 1, most: 6 },
      both('网格路径第几级为社区', 'Level of the grid path that is a community'),
    ),
  ],
}
