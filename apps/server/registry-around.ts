import { heldTree } from '#modules/grid/server/index.ts'
import { PostDirectory } from '#modules/identity/server/index.ts'
import { isInside } from '#platform/authz/common/grants.ts'
import { settingsOf } from '#platform/settings/server/index.ts'
import { registrySettings, staleAfterOf } from '#modules/registry/common/index.ts'
import type { Surroundings } from '#modules/registry/server/index.ts'
import type { Parts } from './modules.ts'

/** What the base library asks of grids and people. */
export function registryAround({ db: database, grids, secrets, blindIndex, settings, staff }: Parts): Surroundings {
  const registry = settingsOf(settings, registrySettings)
  return {
    db: () => database,
    secrets,
    index: blindIndex,
    grids: {
      has: path => grids.find(path) !== undefined,
      all: () => grids.all(),
      names: path => grids.names(path),
      history: db => grids.history(db),
      held: tx => heldTree(tx, ['buildings', 'people']),
    },
    people: staff.directory.people,
    async holders(db, permission, gridPath) {
      const posts = await new PostDirectory(db).withPermission(permission)
      const near = posts.filter(post => post.gridPath !== null && isInside(gridPath, post.gridPath))
      return [...new Set(near.flatMap(post => (post.holder ? [post.holder.personId] : [])))]
    },
    settings: registry,
    async posts(db, ids) {
      const posts = await staff.directory.posts(db, ids)
      return new Map([...posts].map(([id, { title }]) => [id, title]))
    },
    staleAfter: now => staleAfterOf(registry(now)),
  }
}
