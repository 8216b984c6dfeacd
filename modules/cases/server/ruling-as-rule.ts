import { type Actor, isInside } from '#platform/authz/common/grants.ts'
import type { Work } from '#platform/commands/server/command.ts'
import type { CaseFile } from '../common/case-file.ts'
import type { CasesWork } from './step.ts'
import type { CaseRouting } from './surroundings.ts'

/** Lets a ruling hold for matters like this one, wherever whoever ruled may dispatch. */
export async function takeUpAsRule(
  work: CasesWork,
  routing: CaseRouting,
  { id, number, place: { gridPath }, classKind, classCode }: CaseFile,
  { unitId, reason }: { readonly unitId: string; readonly reason: string },
): Promise<void> {
  if (classKind === null || classCode === null) return
  const holdsIn = placeOfRuler(work.actor, gridPath)
  const ruling = { caseId: id, number, gridPath, classKind, classCode, unitId, reason, holdsIn }
  // The other module's tables lie in the same transaction; its code alone knows their types.
  await routing.takeUpRuling(work as unknown as Work<unknown>, ruling)
}

/** The largest grid around the matter in which the ruler dispatches; null for whoever dispatches everywhere, or for the district. */
function placeOfRuler({ grants }: Actor, gridPath: string): string | null {
  const own = grants.filter(({ permission }) => permission === 'cases.dispatch').map(({ within }) => within)
  if (own.some(({ kind }) => kind === 'everywhere' || kind === 'above-grids')) return null
  const paths = own.flatMap(within => (within.kind === 'subtree' ? [within.path] : []))
  const around = paths.filter(path => isInside(gridPath, path))
  return around.sort((a, b) => a.length - b.length)[0] ?? gridPath
}
