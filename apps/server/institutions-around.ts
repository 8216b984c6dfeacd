import type { Post } from '#modules/identity/common/index.ts'
import { PostDirectory } from '#modules/identity/server/index.ts'
import { institutionSettings } from '#modules/institutions/common/index.ts'
import type { ReaderPost, Surroundings } from '#modules/institutions/server/index.ts'
import { settingsOf } from '#platform/settings/server/index.ts'
import type { Parts } from './modules.ts'

/** What the institutions library asks of posts, people and places. */
export function institutionsAround({ grids, settings, staff }: Parts): Surroundings {
  return {
    settings: settingsOf(settings, institutionSettings),
    grids,
    staff: {
      people: (db, ids) => staff.directory.people(db as never, ids),
      posts: async (db, ids) => (await new PostDirectory(db).byIds(ids)).map(toReader),
      withRoles: async (db, roles, gridPath) =>
        (await new PostDirectory(db).withRoles(roles, gridPath ?? undefined)).map(toReader),
      roles: (db, codes) => new PostDirectory(db).roleNames(codes),
    },
  }
}

function toReader({ id, title, unitName, roleCode, gridPath, holder }: Post): ReaderPost {
  return {
    ...{ postId: id, title, unitName, roleCode, gridPath },
    holder: holder && { personId: holder.personId, name: holder.name },
  }
}
