import type { Notice } from '#platform/commands/server/command.ts'
import type { CaseEvent, CaseFile } from '../common/case-file.ts'
import { partOf } from '../common/procedure/all.ts'

/** Who is told about a step besides those it now waits for: the signed-in reporter, and whoever it comes back to. */
export function noticesAfter(before: CaseFile, after: CaseFile, event: CaseEvent): Notice[] {
  const subject = { kind: 'case', id: after.id }
  const part = partOf(event)
  const params = { number: after.number, ...part.params?.(event) }
  const forReporter = part.news?.(event) ?? null
  const back = part.back?.(event, before) ?? null
  const told: (Notice | null)[] = [
    forReporter !== null && after.ownerId !== null
      ? { personId: after.ownerId, kind: `cases.${forReporter}`, subject, params }
      : null,
    back !== null && back.personId !== null
      ? { personId: back.personId, kind: `cases.${back.kind}`, subject, params }
      : null,
  ]
  // Nobody needs to be told what they have just done.
  return told.filter(notice => notice !== null).filter(notice => notice.personId !== event.by)
}
