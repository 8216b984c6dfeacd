import type { Notice } from '#platform/commands/server/command.ts'
import { unreachable } from '#platform/kernel/common/unreachable.ts'
import type { CaseEvent, CaseFile } from '../common/case-file.ts'

/** Who is told about a step besides those it now waits for: the signed-in reporter, and whoever it comes back to. */
export function noticesAfter(before: CaseFile, after: CaseFile, event: CaseEvent): Notice[] {
  const subject = { kind: 'case', id: after.id }
  const { number } = after
  const forReporter = news(event)
  const back = comesBackTo(before, event)
  const told: (Notice | null)[] = [
    forReporter && after.ownerId !== null
      ? { personId: after.ownerId, kind: `cases.${forReporter}`, subject, params: { number, ...extra(event) } }
      : null,
    back && { personId: back.personId, kind: `cases.${back.kind}`, subject, params: { number, ...extra(event) } },
  ]
  // Nobody needs to be told what they have just done.
  return told.filter(notice => notice !== null).filter(notice => notice.personId !== event.by)
}

function news(event: CaseEvent): string | null {
  switch (event.type) {
    case 'case.reported':
    case 'case.returned':
    case 'case.rated':
      return null
    case 'case.accepted':
      return 'accepted'
    case 'case.refused':
      return 'refused'
    case 'case.joined':
      return 'joined'
    case 'case.filed':
      return 'filed'
    case 'case.dispatched':
      return 'dispatched'
    case 'case.handled':
      return 'handled'
    case 'case.verified':
      return event.passed ? 'verified' : 'again'
    case 'case.closed':
      return 'closed'
    case 'case.reworked':
      return 'again'
    default:
      return unreachable(event)
  }
}

function comesBackTo({ dispatchedBy, handledBy }: CaseFile, event: CaseEvent) {
  if (event.type === 'case.returned' && dispatchedBy) return { personId: dispatchedBy, kind: 'returned-to-you' }
  const again = event.type === 'case.reworked' || (event.type === 'case.verified' && !event.passed)
  if (again && handledBy) return { personId: handledBy, kind: 'again-for-you' }
  if (event.type === 'case.rated' && handledBy) return { personId: handledBy, kind: 'rated' }
  return null
}

function extra(event: CaseEvent): Notice['params'] {
  if (event.type === 'case.joined') return { into: event.intoNumber }
  return event.type === 'case.rated' ? { stars: event.stars } : {}
}
