import { both, type SettingGroup, wholePart } from '#platform/settings/common/index.ts'
import { type PostsSettings, usualPosts } from './body.ts'

const norm = both(
  '城市社区 300–500 户一格为各地通行口径，未见国标原文；可调',
  '300 to 500 homes a grid is what most cities write; the national text was not at hand; configurable',
)

/** The numbers of posts and workload that a place may set. */
export const postsSettings: SettingGroup<PostsSettings> = {
  name: 'posts',
  label: both('岗位与负荷', 'Posts and workload'),
  usual: usualPosts,
  parts: [
    wholePart('least', { least: 1, most: 5000 }, both('每格户数下限', 'Fewest homes of a grid'), norm),
    wholePart('most', { least: 1, most: 5000 }, both('每格户数上限', 'Most homes of a grid'), norm),
    wholePart('warnAfterDays', { least: 0, most: 90 }, both('空缺几天后提醒', 'Days after which a vacancy is told')),
  ],
}
