import { defineModule, type Module } from '#platform/commands/server/define-module.ts'
import { gridMessages } from './common/messages.ts'
import { gridPermissions } from './common/permissions.ts'
import { gridAuditWords } from './server/audit-words.ts'
import type { GridIndex } from './server/grid-index.ts'
import { knownGrids } from './server/grid-names-store.ts'
import type { PostSource } from './server/posts.ts'
import { treeQuery } from './server/queries/grid-tree.ts'
import { locateQuery } from './server/queries/locate.ts'
import { onDayQuery } from './server/queries/on-day.ts'
import { showQuery } from './server/queries/show-grid.ts'
import { Responsibility } from './server/responsibility.ts'
import { openBaseMap } from './server/tiles/base-map.ts'
import { draftCommands } from './server/drafts/draft-commands.ts'
import { DraftDesk } from './server/drafts/draft-desk.ts'
import { draftQueries } from './server/drafts/draft-queries.ts'
import { inForceJob } from './server/drafts/put-in-force.ts'
import { boundariesQuery } from './server/queries/boundaries.ts'
import type { Surroundings } from './server/surroundings.ts'
import { openMapCuts } from './server/tiles/cut-routes.ts'
import { GridTiles } from './server/tiles/grid-tiles.ts'
import { openGridTiles } from './server/tiles/routes.ts'

export interface GridHouse {
  readonly index: GridIndex
  readonly posts: PostSource
  /** Path of the PMTiles file under the grids; null where none is installed. */
  readonly basemapFile: string | null
  /** What the drawing of grids is given. */
  readonly around: Surroundings
}

/** The tree of grids: where a place belongs, who answers for it, and how both look on a map. */
export function gridModule({ index, posts, basemapFile, around }: GridHouse): Module {
  const responsibility = new Responsibility(index, posts)
  const tiles = new GridTiles(index)
  const house = { index, around, desk: new DraftDesk(index, around) }
  return defineModule({
    name: 'grid',
    folder: new URL('./', import.meta.url),
    commands: draftCommands(house),
    queries: [
      treeQuery(index, responsibility),
      showQuery(index, responsibility, around.codes),
      onDayQuery(index),
      locateQuery(index),
      boundariesQuery(index),
      ...draftQueries(house),
    ],
    permissions: gridPermissions,
    messages: gridMessages,
    auditWords: gridAuditWords,
    known: knownGrids(index),
    jobs: [inForceJob(house)],
    sees: {},
    routes(app, doors) {
      openGridTiles(app, doors, tiles)
      openBaseMap(app, doors, basemapFile)
      openMapCuts(app, doors, { index, tiles, file: basemapFile })
    },
  })
}
