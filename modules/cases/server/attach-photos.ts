import type { Transaction } from 'kysely'
import { attachFiles } from '#platform/files/server/attach.ts'
import type { PhotoRole } from '../common/case-file.ts'
import { type CasesWork, subjectOf } from './step.ts'

/** Makes photos part of a case, in the same unit of work; says why when one of them cannot be. */
export function attachPhotos(
  { tx, actor, now }: CasesWork,
  caseId: string,
  role: PhotoRole,
  fileIds: readonly string[],
) {
  const attaching = { fileIds, subject: subjectOf({ caseId }), role, by: actor.personId, now }
  // The files part brings its own table types; the open unit of work is the same.
  return attachFiles(tx as unknown as Transaction<unknown>, attaching)
}
