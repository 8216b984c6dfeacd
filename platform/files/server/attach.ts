import type { Kysely, Transaction } from 'kysely'
import type { Subject } from '../../commands/server/command.ts'
import type { Instant } from '../../kernel/common/instant.ts'
import type { Refusal } from '../../kernel/common/refusal.ts'
import { refuse } from '../common/refusals.ts'
import type { FileTables } from './file-store.ts'

interface Attaching {
  readonly fileIds: readonly string[]
  readonly subject: Subject
  /** What the photo shows of the thing: `before`, `after`, `verify`. */
  readonly role: string
  /** The person who attaches; only their own uploads can be attached. */
  readonly by: string
  readonly now: Instant
}

/** Makes uploads part of a thing, in the caller's unit of work. Answers with the reason when one of them cannot be. */
export async function attachFiles(
  tx: Transaction<unknown>,
  attaching: Attaching,
): Promise<Refusal<FileRefusal> | null> {
  const { fileIds, subject, role, by, now } = attaching
  if (fileIds.length === 0) return null
  const db = tx as unknown as Transaction<FileTables>
  const known = await db
    .selectFrom('files.file')
    .select('id')
    .where('id', 'in', [...fileIds].sort())
    .where('uploaded_by', '=', by)
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
    .orderBy('attachment.attached_at')
    .orderBy('attachment.file_id')
    .execute()
  return rows.map(row => ({
    fileId: row.file_id,
    role: row.role,
    attachedBy: row.attached_by,
    attachedAt: row.attached_at,
    takenAt: row.taken_at,
    width: row.width,
    height: row.height,
  }))
}
