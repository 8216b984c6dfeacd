import { type Actor, can } from '#platform/authz/common/grants.ts'
import { command, type Work } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import type { RuleTerms } from '../../common/rule.ts'
import { addRule, columnsOf, RuleReader } from '../rule-store.ts'
import type { Surroundings } from '../surroundings.ts'
import type { RoutingTables } from '../tables.ts'

export type RoutingWork = Work<RoutingTables>

const subjectOf = ({ ruleId }: { readonly ruleId: string }) => ({ kind: 'routing-rule', id: ruleId })

/** A rule for everywhere is kept by whoever acts everywhere. */
export function mayEdit(actor: Actor, gridPath: string | null): boolean {
  return can(actor, 'routing.edit', { gridPath, unitId: null, postId: null, ownerId: null })
}

/** Everybody who reads rules reads all of them, so the news goes to everybody. */
export function tellOfRule(work: Pick<RoutingWork, 'tell'>, ruleId: string): void {
  const placed = { gridPath: null, unitId: null, postId: null, ownerId: null }
  work.tell({ subject: { kind: 'routing-rule', id: ruleId }, permission: 'routing.read', placed })
}

/** The rule as the writer has seen it, or why it cannot be changed. */
async function seen({ tx, actor }: RoutingWork, ruleId: string, seenVersion: number) {
  const rule = await new RuleReader(tx).latest(ruleId)
  if (!rule) return refuse['no-such-rule']()
  if (rule.isEnded) return refuse['rule-ended']()
  if (rule.version !== seenVersion) return refuse['rule-changed']()
  return mayEdit(actor, rule.gridPath) ? rule : refuse['not-your-place']()
}

type Around = Pick<Surroundings, 'gridName' | 'classes' | 'staff'>

/** What is wrong with the terms of a rule, or null. */
async function objection({ tx, actor }: RoutingWork, around: Around, terms: RuleTerms, unitId: string) {
  const { gridPath, classKind, classStart, validFrom, validUntil } = terms
  if (gridPath !== null && around.gridName(gridPath) === null) return refuse['unknown-grid']()
  if (!mayEdit(actor, gridPath)) return refuse['not-your-place']()
  const isClass =
    classStart === '' || around.classes().some(({ kind, start }) => kind === classKind && start === classStart)
  if (!isClass) return refuse['unknown-class']()
  if (validUntil !== null && validUntil < validFrom) return refuse['days-turned']()
  const units = await around.staff.handlingUnits(tx)
  return units.some(unit => unit.unitId === unitId) ? null : refuse['unknown-unit']()
}

export const putRule = (around: Around) =>
  command(contract.putRule, {
    subject: subjectOf,
    async run(work: RoutingWork, { ruleId, seenVersion, unitId, reason, ...terms }) {
      const { tx, actor, now } = work
      const before = seenVersion === 0 ? null : await seen(work, ruleId, seenVersion)
      if (isRefusal(before)) return before
      const no = await objection(work, around, terms, unitId)
      if (no) return no
      const version = seenVersion + 1
      const origin = { case_id: before?.fromCase?.caseId ?? null, case_number: before?.fromCase?.number ?? null }
      const own = { unit_id: unitId, reason, is_ended: false, by_id: actor.personId, at: now, ...origin }
      const isWritten = await addRule(tx, { id: ruleId, version, ...columnsOf(terms), ...own })
      if (!isWritten) return refuse['rule-changed']()
      tellOfRule(work, ruleId)
      return { ruleId, version }
    },
  })

export const endRule = command(contract.endRule, {
  subject: subjectOf,
  async run(work: RoutingWork, { ruleId, seenVersion, reason }) {
    const { tx, actor, now } = work
    const before = await seen(work, ruleId, seenVersion)
    if (isRefusal(before)) return before
    const version = seenVersion + 1
    const origin = { case_id: before.fromCase?.caseId ?? null, case_number: before.fromCase?.number ?? null }
    const own = { unit_id: before.unitId, reason, is_ended: true, by_id: actor.personId, at: now, ...origin }
    if (!(await addRule(tx, { id: ruleId, version, ...columnsOf(before), ...own }))) return refuse['rule-changed']()
    tellOfRule(work, ruleId)
    return { ruleId, version }
  },
})
