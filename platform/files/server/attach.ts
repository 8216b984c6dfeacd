import type { Kysely, Transaction } from 'kysely'
import type { Subject } from '../../commands/server/command.ts'
import type { Instant } from '../../kernel/common/instant.ts'
import type { Refusal } from '../../kernel/common/refusal.ts'
import type { FileShown } from '../common/papers.ts'
import { refuse } from '../common/refusals.ts'
import type { FileTables } from './file-store.ts'

interface Attaching {
  readonly fileIds: readonly string[]
  readonly subject: Subject
  /** What the photo shows of the thing: `before`, `after`, `verify`. */
  readonly role: string
  /** Whether papers may be among them; where photos alone are meant, a paper is not found. */
  readonly withPapers?: boolean
  /** The person who attaches; only their own uploads can be attached. */
  readonly by: string
  readonly now: Instant
}

/** Makes uploads part of a thing, in the caller's unit of work. Answers with the reason when one of them cannot be. */
export async function attachFiles(
  tx: Transaction<unknown>,
  attaching: Attaching,
): Promise<Refusal<FileRefusal> | null> {
  const { fileIds, subject, role, by, now, withPapers = false } = attaching
  if (fileIds.length === 0) return null
  const db = tx as unknown as Transaction<FileTables>
  const known = await db
    .selectFrom('files.file')
    .select('id')
    .where('id', 'in', [...fileIds].sort())
    .where('uploaded_by', '=', by)
    .$if(!withPapers, q => q.where('media', 'is', null))
    .orderBy('id')
    .execute()
  if (known.length !== new Set(fileIds).size) return refuse.unknown()
  const rows = known.map(({ id }) => ({
    file_id: id,
    subject_kind: subject.kind,
    subject_id: subject.id,
    role,
    attached_by: by,
    attached_at: now,
  }))
  const added = await db
    .insertInto('files.attachment')
    .values(rows)
    .onConflict(conflict => conflict.column('file_id').doNothing())
    .returning('file_id')
    .execute()
  return added.length === rows.length ? null : refuse['taken-by-another']()
}

/**
 * The photos of one thing are shown with another that comes of it, in the caller's unit of work. Answers which, the oldest
 * first. Whoever calls has made sure that the first may be seen.
 */
export async function filesGoAlong(
  tx: Transaction<unknown>,
  {
    from,
    to,
    role,
    now,
  }: { readonly from: Subject; readonly to: Subject; readonly role: string; readonly now: Instant },
): Promise<string[]> {
  const files = await filesOf(tx, from)
  if (files.length === 0) return []
  const rows = files.map(({ fileId }) => ({
    ...{ file_id: fileId, subject_kind: to.kind, subject_id: to.id, role, at: now },
  }))
  await (tx as unknown as Transaction<FileTables>)
    .insertInto('files.goes_along')
    .values(rows)
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return files.map(({ fileId }) => fileId)
}

/** The refusals that a command with photos must declare. */
export type FileRefusal = 'files/unknown' | 'files/taken-by-another'

export interface AttachedFile {
  readonly fileId: string
  readonly role: string
  readonly attachedBy: string
  readonly attachedAt: Instant
  readonly takenAt: Instant | null
  readonly width: number
  readonly height: number
}

/** The photos of a thing, oldest first. Whoever calls has made sure that the thing itself may be seen. */
export async function filesOf(db: Kysely<unknown>, subject: Subject): Promise<AttachedFile[]> {
  const rows = await (db as unknown as Kysely<FileTables>)
    .selectFrom('files.attachment as attachment')
    .innerJoin('files.file as file', 'file.id', 'attachment.file_id')
    .select(['attachment.file_id', 'attachment.role', 'attachment.attached_by', 'attachment.attached_at'])
    .select(['file.taken_at', 'file.width', 'file.height'])
    .where('attachment.subject_kind', '=', subject.kind)
    .where('attachment.subject_id', '=', subject.id)
    .where('file.media', 'is', null)
    .orderBy('attachment.attached_at')
    .orderBy('attachment.file_id')
    .execute()
  return rows.map(row => ({
    fileId: row.file_id,
    role: row.role,
    attachedBy: row.attached_by,
    attachedAt: row.attached_at,
    takenAt: row.taken_at,
    // Photos alone were asked for.
    width: row.width!,
    height: row.height!,
  }))
}

/** Some photos and papers in this order. Whoever calls has made sure that they may be seen. */
export async function filesByIds(db: Kysely<unknown>, ids: readonly string[]): Promise<FileShown[]> {
  if (ids.length === 0) return []
  const rows = await (db as unknown as Kysely<FileTables>)
    .selectFrom('files.file as file')
    .leftJoin('files.paper_text as paper', 'paper.file_id', 'file.id')
    .select(['file.id', 'file.name', 'file.bytes', 'paper.state'])
    .where('file.id', 'in', [...ids])
    .execute()
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    return row ? [{ fileId: id, name: row.name, bytes: row.bytes, text: row.state }] : []
  })
}
