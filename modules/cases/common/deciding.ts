import { type Actor, can, type Placed } from '#platform/authz/common/grants.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { type ActionRule, type CaseAction, caseActionNames, caseActions } from './actions.ts'
import type { CaseFile } from './case-file.ts'
import { conditions } from './conditions.ts'
import type { ProcedureSettings } from './procedure/settings.ts'
import { refuse } from './refusals.ts'

/** The facts about a case that decide who may see it. */
export function placedAt(caseFile: CaseFile): Placed {
  const { place, unitId, postId, ownerId } = caseFile
  return { gridPath: place.gridPath, unitId, postId, ownerId }
}

/** Where a step of a case is done: the same, at the level that works on it now; or with whoever was asked to help. */
export function placesFor(action: CaseAction, caseFile: CaseFile): Placed[] {
  const { at }: ActionRule = caseActions[action]
  const { level, workPath, check, assistants } = caseFile.procedure
  const placed = placedAt(caseFile)
  const nowhere = { gridPath: null, unitId: null, postId: null, ownerId: null }
  if (at === 'check') return check ? [{ ...placed, unitId: null, ownerId: null, postId: check.postId }] : []
  if (at === 'assistants')
    return assistants
      .filter(one => !one.isDone)
      .map(({ unitId }) => ({ ...nowhere, gridPath: placed.gridPath, unitId }))
  return [at === 'level' && level !== 'community' ? { ...placed, gridPath: workPath } : placed]
}

/** Who sees a case: where it is, and whoever was asked about it. */
export function seenAt(caseFile: CaseFile): Placed[] {
  const { check, assistants } = caseFile.procedure
  const placed = placedAt(caseFile)
  return [
    placed,
    ...(check ? [{ ...placed, postId: check.postId }] : []),
    ...assistants.map(({ unitId }) => ({ ...placed, unitId })),
  ]
}

export function maySee(actor: Actor, caseFile: CaseFile): boolean {
  return seenAt(caseFile).some(placed => can(actor, 'cases.read', placed))
}

export function may(action: CaseAction, caseFile: CaseFile, actor: Actor): boolean {
  const { permission }: ActionRule = caseActions[action]
  return placesFor(action, caseFile).some(placed => can(actor, permission, placed))
}

/** The checks every action shares: the reason it may not happen, or null. */
export function objection(action: CaseAction, caseFile: CaseFile, actor: Actor) {
  // Whom a side task was put to is no secret to those who hold the word anywhere; that it is over is told as such.
  const { permission, at }: ActionRule = caseActions[action]
  const isOver = placesFor(action, caseFile).length === 0
  const stranger = isOver ? !can(actor, permission, placedAt(caseFile)) : !may(action, caseFile, actor)
  if (stranger && !(isOver && at !== undefined && seesWith(actor, permission, caseFile)))
    return refuse['not-allowed']({ action })
  return notInThisStatus(action, caseFile) ?? claimedByAnother(action, caseFile, actor)
}

function seesWith(actor: Actor, permission: string, caseFile: CaseFile): boolean {
  return maySee(actor, caseFile) && actor.grants.some(grant => grant.permission === permission)
}

/** Status first, then what else has to be so. The same answer either way: reload and see what comes next. */
export function notInThisStatus(action: CaseAction, caseFile: CaseFile) {
  const { from, when = [], unless = [] }: ActionRule = caseActions[action]
  const { status } = caseFile
  if (!from.includes(status)) return refuse['not-in-this-status']({ action, status })
  const missing = when.find(name => !conditions[name](caseFile))
  const hindering = unless.find(name => conditions[name](caseFile))
  if (missing !== undefined) return refuse['not-in-this-status']({ action, status })
  return hindering === undefined ? null : refuse['held-up']({ action, because: hindering })
}

function claimedByAnother(action: CaseAction, { procedure }: CaseFile, { postId }: Actor) {
  const { respectsClaim = false }: ActionRule = caseActions[action]
  const isAnothers = respectsClaim && procedure.claimedBy !== null && procedure.claimedBy !== postId
  return isAnothers ? refuse['claimed-by-another']() : null
}

/** What the actor may do with the case now; buttons read this and never repeat the rule. */
export function allowedActions(caseFile: CaseFile, actor: Actor): CaseAction[] {
  return caseActionNames.filter(action => objection(action, caseFile, actor) === null)
}

/**
 * Whether the case is still what the person saw. Asked after `not-allowed`, so that nobody learns the state of a case
 * they have no business with, and before the status, so that the answer to "too late" is the same for everybody.
 */
export function staleness(caseFile: CaseFile, seenVersion: number, actor: Actor) {
  if (caseFile.version === seenVersion) return null
  const { status, version } = caseFile
  return refuse['changed-meanwhile']({ status, version, allowed: allowedActions(caseFile, actor) })
}

/** Permission, then version, then status: the order in which a person would want to hear it. */
export function blocked(action: CaseAction, caseFile: CaseFile, { actor, seen }: Deciding) {
  const no = objection(action, caseFile, actor)
  if (no?.code === 'cases/not-allowed') return no
  return staleness(caseFile, seen, actor) ?? no
}

export interface Deciding {
  readonly actor: Actor
  readonly now: Instant
  /** The version of the case that the person saw. */
  readonly seen: number
  readonly settings: ProcedureSettings
}

export function stamp({ actor, now }: Pick<Deciding, 'actor' | 'now'>) {
  return { at: now, by: actor.personId, postId: actor.postId }
}
