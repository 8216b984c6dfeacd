import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { holds, nobody } from '#platform/authz/common/grants.ts'
import { refuse as refuseAtTheDoor } from '#platform/commands/common/refusals.ts'
import type { Doors } from '#platform/commands/server/define-module.ts'
import { refuse } from '../../common/refusals.ts'
import type { GridTiles } from './grid-tiles.ts'
import { readTileAddress } from './tile-box.ts'

interface TileRequest {
  Params: { z: string; x: string; y: string }
  Querystring: { v?: string }
}

const yearSeconds = 31_536_000

/**
 * `/tiles/grids/{z}/{x}/{y}.mvt`, for whoever may read grids. Asked for with the version of the tree (`?v=12`) a tile is
 * kept by the browser for good; without, or with an old one, it is asked for again and mostly answered "unchanged".
 */
export function openGridTiles(app: FastifyInstance, doors: Doors, tiles: GridTiles): void {
  app.get<TileRequest>('/tiles/grids/:z/:x/:y.mvt', async (request, reply) => {
    const { actor } = await doors.who(request)
    if (actor.personId === nobody.personId) return doors.refuse(request, reply, refuseAtTheDoor['sign-in-first']())
    if (!holds(actor, 'grid.read')) {
      return doors.refuse(request, reply, refuseAtTheDoor['not-allowed']({ permission: 'grid.read' }))
    }
    const { z, x, y } = request.params
    const address = readTileAddress(z, x, y)
    if (!address) return doors.refuse(request, reply, refuse['no-such-tile']())
    return answer(request, reply, tiles, tiles.tile(address), request.query.v)
  })
}

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { version }: GridTiles,
  tile: Buffer,
  asked: string | undefined,
): FastifyReply {
  const etag = `"grids-${version}"`
  reply.header('etag', etag)
  const isPresent = asked === String(version)
  reply.header('cache-control', isPresent ? `private, max-age=${yearSeconds}, immutable` : 'private, no-cache')
  if (request.headers['if-none-match'] === etag) return reply.status(304).send()
  if (tile.length === 0) return reply.status(204).send()
  return reply.type('application/vnd.mapbox-vector-tile').header('content-encoding', 'gzip').send(tile)
}
