import { openCasesInGrids } from '#modules/cases/server/index.ts'
import type { Post } from '#modules/identity/common/index.ts'
import { PostDirectory } from '#modules/identity/server/index.ts'
import { PhoneReader } from '#modules/places/server/index.ts'
import { postsSettings } from '#modules/posts/common/index.ts'
import type { StaffedPost, Surroundings } from '#modules/posts/server/index.ts'
import { settingsOf } from '#platform/settings/server/index.ts'
import type { Parts } from './modules.ts'

/** What vacancies, workload and rosters ask of identity and of the cases. */
export function postsAround({ grids, secrets, settings, staff }: Parts): Surroundings {
  return {
    settings: settingsOf(settings, postsSettings),
    grids,
    posts: staff.posts,
    staff: {
      within: async (db, gridPath) => (await new PostDirectory(db).within(gridPath)).map(toStaffed),
      vacant: async (db, gridPath) =>
        (await new PostDirectory(db).vacant(gridPath)).map(post => ({ ...toStaffed(post), since: post.since })),
      substitutes: (db, gridPath, now) => new PostDirectory(db).substitutes(gridPath, now),
    },
    phones: (db, actor, posts) => new PhoneReader(db, actor, secrets).ofPosts(posts),
    async openMatters(db, paths) {
      const counts = new Map<string, number>()
      for (const { gridPath } of await openCasesInGrids(db, paths)) {
        if (gridPath !== null) counts.set(gridPath, (counts.get(gridPath) ?? 0) + 1)
      }
      return counts
    },
  }
}

function toStaffed({ id, title, unitName, gridPath, holder }: Post): StaffedPost {
  return { postId: id, title, unitName, gridPath, holder: holder && { personId: holder.personId, name: holder.name } }
}
