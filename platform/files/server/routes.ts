import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import multipart from '@fastify/multipart'
import type { Transaction } from 'kysely'
import { type Actor, nobody } from '../../authz/common/grants.ts'
import { refuse as refuseAtDoor } from '../../commands/common/refusals.ts'
import type { Doors, Module } from '../../commands/server/define-module.ts'
import type { Enqueue } from '../../commands/server/run-command.ts'
import type { Db } from '../../db/server/unit-of-work.ts'
import { cleanText } from '../../kernel/common/clean-text.ts'
import { isRefusal, type Refusal } from '../../kernel/common/refusal.ts'
import { isUuid } from '../../kernel/common/uuid.ts'
import type { Clock } from '../../kernel/server/clock.ts'
import { newId } from '../../kernel/server/new-id.ts'
import { refuse } from '../common/refusals.ts'
import { paperEndings, type PaperMedia } from '../common/papers.ts'
import { developPhoto } from './develop-photo.ts'
import type { FilePasses } from './file-pass.ts'
import { FileReader, type FileTables, FileWriter } from './file-store.ts'
import { mediaOf } from './paper-media.ts'
import { photoRow } from './photo-row.ts'
import { readPapersJob } from './read-papers-job.ts'
import type { PhotoStorage } from './storage.ts'

export interface FileHouse {
  readonly db: Db
  readonly clock: Clock
  readonly storage: PhotoStorage
  readonly passes: FilePasses
  readonly enqueue: Enqueue
  /** Each module's answer to "may this actor see this thing". */
  readonly modules: readonly Pick<Module, 'sees'>[]
}

/** Above what a phone's camera writes; the picture that is kept is far smaller. */
export const mostBytes = 15 * 1024 * 1024

/**
 * `POST /api/files` takes one photo, `POST /api/papers` one paper; `GET /api/files/<id>?size=small|large` shows the one
 * and hands out the other to whoever may see its thing.
 */
export async function openFiles(app: FastifyInstance, doors: Doors, house: () => FileHouse): Promise<void> {
  await app.register(multipart, { limits: { fileSize: mostBytes, files: 1, fields: 0, parts: 2 } })
  app.post('/api/files', { config: { rateLimit: { max: 120, timeWindow: 60_000 } } }, async (request, reply) => {
    const answer = doors.objectionToOrigin(request) ?? (await receive(request, doors, house()))
    return isRefusal(answer)
      ? doors.refuse(request, reply, answer)
      : reply.header('cache-control', 'no-store').send(answer)
  })
  app.post('/api/papers', { config: { rateLimit: { max: 60, timeWindow: 60_000 } } }, async (request, reply) => {
    const answer = doors.objectionToOrigin(request) ?? (await receivePaper(request, doors, house()))
    return isRefusal(answer)
      ? doors.refuse(request, reply, answer)
      : reply.header('cache-control', 'no-store').send(answer)
  })
  app.get<{ Params: { id: string }; Querystring: { size?: string; pass?: string } }>(
    '/api/files/:id',
    async (request, reply) => {
      const { actor } = await doors.who(request)
      const { pass } = request.query
      const found = await seen(house(), request.params.id, actor, typeof pass === 'string' ? pass : '')
      if (!found) return doors.refuse(request, reply, refuse['not-found']())
      if (found.media !== null) return hand(reply, house().storage, request.params.id, found)
      return show(reply, house().storage, request.params.id, request.query.size === 'small' ? 'small' : 'large')
    },
  )
}

/** What came in, with the name that its sender gave it. */
async function sentFile(request: FastifyRequest): Promise<{ readonly bytes: Buffer; readonly name: string } | Refusal> {
  if (!request.isMultipart()) return refuse['no-file']()
  try {
    const part = await request.file()
    if (!part) return refuse['no-file']()
    const bytes = await part.toBuffer()
    return bytes.length === 0 ? refuse['no-file']() : { bytes, name: part.filename }
  } catch (error) {
    return whyNoFile((error as { readonly code?: unknown }).code)
  }
}

/** Whatever else the reader of multipart bodies throws comes of one that broke off or was never one. */
function whyNoFile(code: unknown): Refusal {
  if (code === 'FST_REQ_FILE_TOO_LARGE') return refuse['too-large']({ limit: `${mostBytes / 1024 / 1024} MB` })
  return code === 'FST_FIELDS_LIMIT' ? refuse['no-file']() : refuse['cut-off']()
}

async function receivePaper(request: FastifyRequest, doors: Doors, house: FileHouse): Promise<object | Refusal> {
  const { actor } = await doors.who(request)
  if (actor.personId === nobody.personId) return refuseAtDoor['sign-in-first']()
  // Photos come from residents too; papers go along with what staff write.
  if (actor.postId === null) return refuseAtDoor['not-allowed']({ permission: 'papers' })
  const sent = await sentFile(request)
  if (isRefusal(sent)) return sent
  const media = mediaOf(sent.bytes)
  if (isRefusal(media)) return media
  const id = newId()
  await house.storage.put(id, 'paper', sent.bytes)
  const name = nameOf(sent.name, media)
  await house.db.unitOfWork<FileTables, void>(async tx => {
    await new FileWriter(tx).addPaper({
      ...{ id, uploaded_by: actor.personId, uploaded_at: house.clock.now(), bytes: sent.bytes.length },
      ...{ name, media },
      sha256: createHash('sha256').update(sent.bytes).digest('hex'),
    })
    await house.enqueue(tx as unknown as Transaction<unknown>, { name: readPapersJob, data: { fileId: id } })
  })
  return { fileId: id, name, bytes: sent.bytes.length }
}

/** No folder, no line break, and the ending that fits what it is. */
function nameOf(given: string, media: PaperMedia): string {
  const ending = `.${paperEndings[media]}`
  const name = cleanText(given.split(/[/\\]/).at(-1) ?? '').replaceAll('\n', ' ')
  return `${name.replace(/\.[a-z0-9]{1,5}$/i, '').slice(0, 120) || paperEndings[media].toUpperCase()}${ending}`
}

async function receive(request: FastifyRequest, doors: Doors, house: FileHouse): Promise<object | Refusal> {
  const sent = await sentFile(request)
  if (isRefusal(sent)) return sent
  const photo = await developPhoto(sent.bytes)
  if (isRefusal(photo)) return photo

  const id = newId()
  const { actor } = await doors.who(request)
  await Promise.all([house.storage.put(id, 'large', photo.large), house.storage.put(id, 'small', photo.small)])
  const row = photoRow(photo, { id, personId: actor.personId, at: house.clock.now() })
  await house.db.unitOfWork(tx => new FileWriter(tx).add(row))
  const { width, height, takenAt, place } = photo
  return { fileId: id, contentType: 'image/jpeg', width, height, takenAt, place }
}

/** Access like the thing a photo belongs to. Before it belongs to one, only who sent it may see it. */
async function seen(house: FileHouse, id: string, actor: Actor, pass: string): Promise<Found | null> {
  if (!isUuid(id)) return null
  const found = await new FileReader(house.db.read()).whereabouts(id)
  return found && (await maySee(house, id, { found, actor, pass })) ? found : null
}

type Found = NonNullable<Awaited<ReturnType<FileReader['whereabouts']>>>

async function maySee(
  house: FileHouse,
  id: string,
  { found, actor, pass }: { readonly found: Found; readonly actor: Actor; readonly pass: string },
): Promise<boolean> {
  if (house.passes.isGood(pass, id, house.clock.now())) return true
  const { subject_kind: kind, subject_id: subjectId } = found
  if (kind === null || subjectId === null)
    return found.uploaded_by === actor.personId && actor.personId !== nobody.personId
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

/** A paper is saved, not shown: whatever is in it runs in no page of ours. */
function hand(reply: FastifyReply, storage: PhotoStorage, id: string, { name, media }: Found): FastifyReply {
  return reply
    .type(media ?? 'application/octet-stream')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name ?? id)}`)
    .header('cache-control', 'private, max-age=3600, immutable')
    .header('x-content-type-options', 'nosniff')
    .send(storage.read(id, 'paper'))
}

function show(reply: FastifyReply, storage: PhotoStorage, id: string, size: 'large' | 'small'): FastifyReply {
  return reply
    .type('image/jpeg')
    .header('cache-control', 'private, max-age=3600, immutable')
    .header('x-content-type-options', 'nosniff')
    .send(storage.read(id, size))
}
