import { createReadStream, type ReadStream, type Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Doors } from '#platform/commands/server/define-module.ts'
import { refuse } from '../../common/refusals.ts'

interface Span {
  readonly start: number
  readonly end: number
}

/**
 * `/basemap/city.pmtiles`: one file of streets, houses and water, read by the browser in pieces (RFC 9110, 14: Range).
 * Public, since the portal shows it before anyone signs in; it holds open map data and nothing of ours.
 */
export function openBaseMap(app: FastifyInstance, doors: Doors, file: string | null): void {
  app.route({
    method: ['GET', 'HEAD'],
    url: '/basemap/city.pmtiles',
    async handler(request, reply) {
      const facts = file === null ? null : await stat(file).catch(() => null)
      if (file === null || !facts?.isFile()) return doors.refuse(request, reply, refuse['no-base-map']())
      return answer(request, reply, file, facts)
    },
  })
}

function answer(request: FastifyRequest, reply: FastifyReply, file: string, { size, mtimeMs }: Stats): FastifyReply {
  const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`
  reply.headers({
    etag,
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=3600',
    'content-type': 'application/vnd.pmtiles',
  })
  if (request.headers['if-none-match'] === etag) return reply.status(304).send()
  const span = askedFor(request, etag, size)
  if (span === 'beyond') return reply.status(416).header('content-range', `bytes */${size}`).send()
  const { start, end } = span ?? { start: 0, end: size - 1 }
  if (span) reply.status(206).header('content-range', `bytes ${start}-${end}/${size}`)
  reply.header('content-length', end - start + 1)
  return reply.send(request.method === 'HEAD' ? '' : read(file, { start, end }))
}

/** A range made for another version of the file (`if-range`) means the whole of this one, and so do several ranges. */
function askedFor(request: FastifyRequest, etag: string, size: number): Span | 'beyond' | null {
  const condition = request.headers['if-range']
  if (condition !== undefined && condition !== etag) return null
  return readRange(request.headers.range, size)
}

/** One range of bytes within a file; null when none was asked for in a way we know. */
export function readRange(header: string | undefined, size: number): Span | 'beyond' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '')
  if (!match || match[0] === 'bytes=-') return null
  const [, first = '', last = ''] = match
  if (first === '') return last === '0' ? 'beyond' : { start: Math.max(0, size - Number(last)), end: size - 1 }
  const span = { start: Number(first), end: last === '' ? size - 1 : Math.min(Number(last), size - 1) }
  if (span.start >= size) return 'beyond'
  return span.end < span.start ? null : span
}

function read(file: string, span: Span): ReadStream {
  return createReadStream(file, span)
}
