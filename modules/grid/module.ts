import { defineModule, type Module } from '#platform/commands/server/define-module.ts'
import { gridMessages } from './common/messages.ts'
import { gridPermissions } from './common/permissions.ts'
import type { GridIndex } from './server/grid-index.ts'
import type { PostSource } from './server/posts.ts'
import { treeQuery } from './server/queries/grid-tree.ts'
import { locateQuery } from './server/queries/locate.ts'
import { showQuery } from './server/queries/show-grid.ts'
import { Responsibility } from './server/responsibility.ts'
import { openBaseMap } from './server/tiles/base-map.ts'
import { GridTiles } from './server/tiles/grid-tiles.ts'
import { openGridTiles } from './server/tiles/routes.ts'

export interface GridHouse {
  readonly index: GridIndex
  readonly posts: PostSource
  /** Path of the PMTiles file under the grids; null where none is installed. */
  readonly basemapFile: string | null
}

/** The tree of grids: where a place belongs, who answers for it, and how both look on a map. */
export function gridModule({ index, posts, basemapFile }: GridHouse): Module {
  const responsibility = new Responsibility(index, posts)
  const tiles = new GridTiles(index)
  return defineModule({
    name: 'grid',
    folder: new URL('./', import.meta.url),
    commands: [],
    queries: [treeQuery(index, responsibility), showQuery(index, responsibility), locateQuery(index)],
    permissions: gridPermissions,
    messages: gridMessages,
    jobs: [],
    sees: {},
    routes(app, doors) {
      openGridTiles(app, doors, tiles)
      openBaseMap(app, doors, basemapFile)
    },
  })
}
