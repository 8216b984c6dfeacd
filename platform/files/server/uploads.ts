import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { nobody } from '../../authz/common/grants.ts'
import { refuse as refuseAtDoor } from '../../commands/common/refusals.ts'
import type { Doors } from '../../commands/server/define-module.ts'
import { isRefusal, type Refusal } from '../../kernel/common/refusal.ts'
import { isStorable } from '../../kernel/common/storable.ts'
import { refuse } from '../common/refusals.ts'
import { developPhoto } from './develop-photo.ts'
import { FileReader, FileWriter } from './file-store.ts'
import { type FileHouse, mostBytes } from './routes.ts'
import { photoRow } from './photo-row.ts'
import { UploadWriter } from './upload-store.ts'

const mostBytesOfPiece = 512 * 1024

const Piece = z.object({
  id: z.uuid(),
  total: z.coerce.number().int().min(1),
  offset: z.coerce.number().int().min(0),
  /** When the phone took it, for pictures that lost what the camera wrote. */
  takenAt: z.iso.datetime().refine(isStorable).optional(),
})
type Piece = z.infer<typeof Piece>

/** How much of it is here. Once it is whole, the upload's id is the file's. */
export interface Arrived {
  readonly arrived: number
  readonly isWhole: boolean
}

/**
 * `POST /api/uploads/<id>?total=&offset=` takes a piece of a photo under an id that the phone made, and says how much
 * has arrived: no bytes asks only. A piece that does not begin where the last one ended changes nothing, so pieces may
 * come twice, late or again after a broken line.
 */
export async function openUploads(app: FastifyInstance, doors: Doors, house: () => FileHouse): Promise<void> {
  await app.register(async scope => {
    scope.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    )
    const options = { bodyLimit: mostBytesOfPiece, config: { rateLimit: { max: 1200, timeWindow: 60_000 } } }
    scope.post<{ Params: { id: string } }>('/api/uploads/:id', options, async (request, reply) => {
      const answer = doors.objectionToOrigin(request) ?? (await receive(request, doors, house()))
      return isRefusal(answer)
        ? doors.refuse(request, reply, answer)
        : reply.header('cache-control', 'no-store').send(answer)
    })
  })
}

async function receive(request: FastifyRequest, doors: Doors, house: FileHouse): Promise<Arrived | Refusal> {
  const { actor } = await doors.who(request)
  if (actor.personId === nobody.personId) return refuseAtDoor['sign-in-first']()
  const piece = Piece.safeParse({ ...(request.query as object), ...(request.params as object) })
  if (!piece.success) return refuse['piece-wrong']()
  const { id, total } = piece.data
  if (total > mostBytes) return refuse['too-large']({ limit: `${mostBytes / 1024 / 1024} MB` })
  const known = await new FileReader(house.db.read()).whereabouts(id)
  if (known) {
    return known.uploaded_by === actor.personId ? { arrived: total, isWhole: true } : refuse['not-found']()
  }
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const taken = await takePiece(house, actor.personId, piece.data, bytes)
  if (isRefusal(taken) || taken < total) return isRefusal(taken) ? taken : { arrived: taken, isWhole: false }
  return finish(house, actor.personId, piece.data)
}

async function takePiece(
  { db, clock }: FileHouse,
  personId: string,
  { id, total, offset }: Piece,
  bytes: Buffer,
): Promise<number | Refusal> {
  return db.unitOfWork(async tx => {
    const uploads = new UploadWriter(tx)
    const upload = await uploads.take({ id, total, uploaded_by: personId, begun_at: clock.now() })
    if (upload.uploaded_by !== personId) return refuse['not-found']()
    if (upload.total !== total || offset + bytes.length > total) return refuse['piece-wrong']()
    if (bytes.length === 0 || offset !== upload.arrived) return upload.arrived
    await uploads.addPiece(id, offset, bytes)
    return offset + bytes.length
  })
}

/** All of it is here: looked at, drawn anew and kept like a photo that came in one piece. */
async function finish(
  { db, clock, storage }: FileHouse,
  personId: string,
  { id, total, takenAt }: Piece,
): Promise<Arrived | Refusal> {
  const photo = await developPhoto(await db.unitOfWork(tx => new UploadWriter(tx).whole(id)))
  if (isRefusal(photo)) {
    await db.unitOfWork(tx => new UploadWriter(tx).forget(id))
    return photo
  }
  await Promise.all([storage.put(id, 'large', photo.large), storage.put(id, 'small', photo.small)])
  await db.unitOfWork(async tx => {
    await new FileWriter(tx).addOnce(photoRow(photo, { id, personId, at: clock.now(), takenAt: takenAt ?? null }))
    await new UploadWriter(tx).forget(id)
  })
  return { arrived: total, isWhole: true }
}
