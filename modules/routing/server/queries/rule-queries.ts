import { query } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { localMoment, whichRule } from '../../common/rule.ts'
import { mayEdit } from '../commands/rule-commands.ts'
import { presentRules, wordsOf } from '../present-rule.ts'
import { type KeptRule, RuleReader } from '../rule-store.ts'
import type { Surroundings } from '../surroundings.ts'
import type { RoutingTables } from '../tables.ts'

/** Nobody reads further down a list of rules; a place narrows it. */
const mostShown = 300
const mostLosers = 50

export const listRulesQuery = (around: Surroundings) =>
  query<RoutingTables, typeof contract.listRules>(contract.listRules, {
    async run({ read, actor }, wanted) {
      const rules = await new RuleReader(read).list(wanted)
      const shown = await presentRules(around, read, rules.slice(0, mostShown))
      return {
        rows: shown.map(rule => ({ ...rule, mayEdit: !rule.isEnded && mayEdit(actor, rule.gridPath) })),
        total: rules.length,
      }
    },
  })

export const showRuleQuery = (around: Surroundings) =>
  query<RoutingTables, typeof contract.showRule>(contract.showRule, {
    async run({ read }, { ruleId }) {
      const versions = await new RuleReader(read).versions(ruleId)
      if (versions.length === 0) return refuse['no-such-rule']()
      const people = await around.staff.people(
        read,
        versions.map(({ writtenBy }) => writtenBy),
      )
      const shown = await presentRules(around, read, versions)
      return { versions: shown.map((one, i) => ({ ...one, writtenBy: people.get(versions[i]!.writtenBy) ?? null })) }
    },
  })

export const ruleChoicesQuery = ({ classes, staff }: Surroundings) =>
  query<RoutingTables, typeof contract.ruleChoices>(contract.ruleChoices, {
    run: async ({ read }) => ({ classes: [...classes()], units: [...(await staff.handlingUnits(read))] }),
  })

export const dryRunQuery = (around: Surroundings) =>
  query<RoutingTables, typeof contract.dryRun>(contract.dryRun, {
    async run({ read, now }, { at = now, gridPath = null, classKind, classCode }) {
      const asked = { gridPath, classKind, classCode }
      if (gridPath !== null && around.gridName(gridPath) === null) return refuse['unknown-grid']()
      const isClass = around.classes().some(({ kind, start }) => kind === classKind && start === classCode)
      if (!isClass) return refuse['unknown-class']()
      const rules = await new RuleReader(read).list({ withEnded: false })
      const { winner, others } = whichRule(rules, { ...asked, at }, around.settings(now).offsetMinutes)
      const told = others.slice(0, mostLosers)
      const shown = await presentRules(around, read, [...(winner ? [winner] : []), ...told.map(({ rule }) => rule)])
      const losers = winner ? shown.slice(1) : shown
      return {
        winner: winner ? shown[0]! : null,
        others: losers.map((rule, i) => ({ rule, lost: told[i]!.lost })),
        total: rules.length,
      }
    },
  })

export const compareRulesQuery = (around: Surroundings) =>
  query<RoutingTables, typeof contract.compareRules>(contract.compareRules, {
    async run({ read, actor, now }, { limit }) {
      const cases = await around.closedCases(read, actor, limit)
      const { offsetMinutes } = around.settings(now)
      const today = rulesOfToday(
        await new RuleReader(read).list({ withEnded: false }),
        localMoment(now, offsetMinutes).day,
      )
      const judged = cases.map(one => {
        const asked = { ...one, at: one.reportedAt }
        return { one, winner: whichRule(today, asked, offsetMinutes).winner }
      })
      const ids = judged.flatMap(({ one, winner }) => [one.unitId ?? [], winner?.unitId ?? []].flat())
      const units = await around.staff.units(read, ids)
      const classes = around.classes()
      const rows = judged.map(({ one, winner }) => ({
        ...{ caseId: one.caseId, number: one.number, gridName: one.gridName },
        className: classes.find(({ kind, start }) => kind === one.classKind && start === one.classCode)?.name ?? null,
        wentTo: units.get(one.unitId ?? '') ?? null,
        rule: winner && {
          ...{ ruleId: winner.ruleId, unitName: units.get(winner.unitId) ?? null },
          words: wordsOf(around, winner),
        },
        isSame: winner !== null && winner.unitId === one.unitId,
      }))
      const same = rows.filter(({ isSame }) => isSame).length
      const noRule = rows.filter(({ rule }) => rule === null).length
      return { rows, same, noRule, other: rows.length - same - noRule }
    },
  })

/** Those in force, as if they had always been: how they stood when the case was reported is not the question. */
function rulesOfToday(rules: readonly KeptRule[], day: string): KeptRule[] {
  return rules
    .filter(({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || day <= validUntil))
    .map(rule => ({ ...rule, validFrom: '0001-01-01', validUntil: rule.validUntil && '9999-12-31' }))
}
