import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { holds, nobody } from '#platform/authz/common/grants.ts'
import { refuse as refuseAtTheDoor } from '#platform/commands/common/refusals.ts'
import type { Doors } from '#platform/commands/server/define-module.ts'
import { refuse } from '../../common/refusals.ts'
import type { GridIndex } from '../grid-index.ts'
import type { GridTiles } from './grid-tiles.ts'
import { cutBaseMap, cutGrids, widened } from './map-cut.ts'

interface CutRequest {
  Params: { part: string }
  Querystring: { path?: string }
}

const cutsKept = 64

/**
 * `/basemap/cut/base.pmtiles?path=1.2.3` and `/basemap/cut/grids.pmtiles?path=…`: the map over one grid, small enough to
 * lie on a phone and work there without a network. For whoever may read grids.
 */
export function openMapCuts(
  app: FastifyInstance,
  doors: Doors,
  { index, tiles, file }: { readonly index: GridIndex; readonly tiles: GridTiles; readonly file: string | null },
): void {
  const kept = new Map<string, Buffer>()
  async function cut(part: 'base' | 'grids', path: string): Promise<Buffer | null> {
    const grid = index.find(path)
    if (!grid) return null
    const key = `${part} ${path} ${tiles.version}`
    const known = kept.get(key)
    if (known) return known
    const bounds = widened(grid.bounds)
    const made = part === 'grids' ? cutGrids(tiles, bounds) : file === null ? null : await cutBaseMap(file, bounds)
    if (made === null) return null
    const oldest = kept.size >= cutsKept ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
    kept.set(key, made)
    return made
  }
  app.get<CutRequest>('/basemap/cut/:part', async (request, reply) => {
    const { actor } = await doors.who(request)
    if (actor.personId === nobody.personId) return doors.refuse(request, reply, refuseAtTheDoor['sign-in-first']())
    if (!holds(actor, 'grid.read')) {
      return doors.refuse(request, reply, refuseAtTheDoor['not-allowed']({ permission: 'grid.read' }))
    }
    const part = { 'base.pmtiles': 'base' as const, 'grids.pmtiles': 'grids' as const }[request.params.part]
    const made = part ? await cut(part, String(request.query.path ?? '')) : null
    return made ? answer(request, reply, made) : doors.refuse(request, reply, refuse['no-base-map']())
  })
}

function answer(request: FastifyRequest, reply: FastifyReply, made: Buffer): FastifyReply {
  const etag = `"${createHash('sha256').update(made).digest('base64url').slice(0, 22)}"`
  reply.headers({ etag, 'cache-control': 'private, no-cache' })
  if (request.headers['if-none-match'] === etag) return reply.status(304).send()
  return reply.type('application/vnd.pmtiles').send(made)
}
