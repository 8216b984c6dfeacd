import type { CasesPermission } from '../common/actions.ts'
import { type CasesWork, subjectOf } from './step.ts'
import type { CaseFile } from '../common/case-file.ts'
import { postsOfTheShift, type WhoIsThere } from './who-is-on-duty.ts'

/**
 * Tells those on shift now what came back, beside whoever sent it on: that person may be at home. Where nobody works in
 * shifts nobody more is told.
 */
export async function tellShift(
  work: CasesWork,
  around: WhoIsThere,
  { id, number, place, dispatchedBy }: CaseFile,
  { permission, kind }: { readonly permission: CasesPermission; readonly kind: string },
): Promise<void> {
  const posts = await postsOfTheShift(work.tx, around, place.point, permission, work.now)
  const onShift = posts.filter(post => post.isOnShift && post.gridPath === posts[0]?.gridPath)
  const people = new Set(onShift.map(({ personId }) => personId))
  for (const personId of people) {
    if (personId === dispatchedBy || personId === work.actor.personId) continue
    work.notify({ personId, kind: `cases.${kind}`, subject: subjectOf({ caseId: id }), params: { number } })
  }
}
