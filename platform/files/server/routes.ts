import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import multipart from '@fastify/multipart'
import type { Actor } from '../../authz/common/grants.ts'
import type { Doors, Module } from '../../commands/server/define-module.ts'
import type { Db } from '../../db/server/unit-of-work.ts'
import { isRefusal, type Refusal } from '../../kernel/common/refusal.ts'
import type { Clock } from '../../kernel/server/clock.ts'
import { newId } from '../../kernel/server/new-id.ts'
import { refuse } from '../common/refusals.ts'
import { developPhoto } from './develop-photo.ts'
import type { FilePasses } from './file-pass.ts'
import { FileReader, FileWriter } from './file-store.ts'
import type { PhotoStorage } from './storage.ts'

export interface FileHouse {
  readonly db: Db
  readonly clock: Clock
  readonly storage: PhotoStorage
  readonly passes: FilePasses
  /** Each module's answer to "may this actor see this thing". */
  readonly modules: readonly Pick<Module, 'sees'>[]
}

/** Above what a phone's camera writes; the picture that is kept is far smaller. */
export const mostBytes = 15 * 1024 * 1024
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** `POST /api/files` takes one photo; `GET /api/files/<id>?size=small|large` shows it to whoever may see its thing. */
export async function openFiles(app: FastifyInstance, doors: Doors, house: () => FileHouse): Promise<void> {
  await app.register(multipart, { limits: { fileSize: mostBytes, files: 1, fields: 0, parts: 2 } })
  app.post('/api/files', { config: { rateLimit: { max: 120, timeWindow: 60_000 } } }, async (request, reply) => {
    const answer = doors.objectionToOrigin(request) ?? (await receive(request, doors, house()))
    return isRefusal(answer)
      ? doors.refuse(request, reply, answer)
      : reply.header('cache-control', 'no-store').send(answer)
  })
  app.get<{ Params: { id: string }; Querystring: { size?: string; pass?: string } }>(
    '/api/files/:id',
    async (request, reply) => {
      const { actor } = await doors.who(request)
      const { pass } = request.query
      const allowed = await maySee(house(), request.params.id, actor, typeof pass === 'string' ? pass : '')
      if (!allowed) return doors.refuse(request, reply, refuse['not-found']())
      return show(reply, house().storage, request.params.id, request.query.size === 'small' ? 'small' : 'large')
    },
  )
}

async function receive(request: FastifyRequest, doors: Doors, house: FileHouse): Promise<object | Refusal> {
  if (!request.isMultipart()) return refuse['no-file']()
  const part = await request.file()
  if (!part) return refuse['no-file']()
  const sent = await part.toBuffer().catch(() => null)
  if (sent === null) return refuse['too-large']({ limit: `${mostBytes / 1024 / 1024} MB` })
  if (sent.length === 0) return refuse['no-file']()
  const photo = await developPhoto(sent)
  if (isRefusal(photo)) return photo

  const id = newId()
  const { actor } = await doors.who(request)
  await Promise.all([house.storage.put(id, 'large', photo.large), house.storage.put(id, 'small', photo.small)])
  await house.db.unitOfWork(tx =>
    new FileWriter(tx).add({
      id,
      uploaded_by: actor.personId,
      uploaded_at: house.clock.now(),
      width: photo.width,
      height: photo.height,
      bytes: photo.large.length,
      sha256: createHash('sha256').update(photo.large).digest('hex'),
      taken_at: photo.takenAt,
      taken_lon: photo.place?.lon ?? null,
      taken_lat: photo.place?.lat ?? null,
    }),
  )
  const { width, height, takenAt, place } = photo
  return { fileId: id, contentType: 'image/jpeg', width, height, takenAt, place }
}

/** Access like the thing a photo belongs to. Before it belongs to one, only who sent it may see it. */
async function maySee(house: FileHouse, id: string, actor: Actor, pass: string): Promise<boolean> {
  if (!uuid.test(id)) return false
  const found = await new FileReader(house.db.read()).whereabouts(id)
  if (!found) return false
  if (house.passes.isGood(pass, id, house.clock.now())) return true
  const { subject_kind: kind, subject_id: subjectId } = found
  if (kind === null || subjectId === null) return found.uploaded_by === actor.personId && actor.personId !== 'nobody'
  const also = (await new FileReader(house.db.read()).alsoWith(id)).map(one => ({
    kind: one.subject_kind,
    id: one.subject_id,
  }))
  for (const subject of [{ kind, id: subjectId }, ...also]) {
    const sees = house.modules.map(module => module.sees[subject.kind]).find(answer => answer !== undefined)
    if (sees !== undefined && (await sees(actor, subject))) return true
  }
  return false
}

function show(reply: FastifyReply, storage: PhotoStorage, id: string, size: 'large' | 'small'): FastifyReply {
  return reply
    .type('image/jpeg')
    .header('cache-control', 'private, max-age=3600, immutable')
    .header('x-content-type-options', 'nosniff')
    .send(storage.read(id, size))
}
