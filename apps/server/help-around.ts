import type { Kysely } from 'kysely'
import { pathsDownTo } from '#modules/grid/common/index.ts'
import { Responsibility } from '#modules/grid/server/index.ts'
import type { Surroundings } from '#modules/help/server/index.ts'
import { PostDirectory } from '#modules/identity/server/index.ts'
import { dutyPhones } from '#modules/places/server/index.ts'
import { routingSettings } from '#modules/routing/common/index.ts'
import { onShift } from '#modules/routing/server/index.ts'
import { settingsOf } from '#platform/settings/server/index.ts'
import { placesWithNames } from './cases-for-diary.ts'
import type { Parts } from './modules.ts'

/** Posts that one can be helped by on the ground; chiefs of roads and cleaners have other work. */
const helping: readonly string[] = ['lead', 'deputy', 'worker']

/** What calls for help ask of posts, shifts, duty phones and places. */
export function helpAround({ grids, secrets, settings, staff }: Parts): Surroundings {
  const { read, root, names } = placesWithNames(grids)
  const responsibility = new Responsibility(grids, staff.posts)
  const shifts = settingsOf(settings, routingSettings)
  return {
    secrets,
    places: { read, root, names },
    posts: {
      byIds: (db, ids) => staff.posts.byIds(db, ids),
      answering: async (db, gridPath, permission) =>
        (await new PostDirectory(db as Kysely<unknown>).responsibleFor(gridPath, permission)).map(post => ({
          ...{ postId: post.id, title: post.title, unitName: post.unitName, gridPath: post.gridPath },
          holder: post.holder && { personId: post.holder.personId, name: post.holder.name },
        })),
      async standing(db, gridPath) {
        const upwards = pathsDownTo(gridPath).reverse()
        const onEach = await responsibility.postsOnEach(db, upwards)
        const ids = upwards.flatMap(path =>
          (onEach.get(path) ?? []).flatMap(({ postId, duty }) => (helping.includes(duty) ? [postId] : [])),
        )
        const facts = new Map((await staff.posts.byIds(db, ids)).map(post => [post.postId, post]))
        return ids.flatMap(id => facts.get(id) ?? [])
      },
      onShift: (db, ids, now) => onShift(db, ids, now, shifts(now).rhythmDays),
      phones: (db, ids) => dutyPhones(db, secrets, ids),
    },
    people: (db, ids) => staff.directory.people(db as never, ids),
  }
}
