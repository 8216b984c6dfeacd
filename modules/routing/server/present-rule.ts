import type { ReadHandle } from '#modules/grid/server/index.ts'
import type { RuleShape } from '../common/contract.ts'
import type { RuleTerms } from '../common/rule.ts'
import { bothWords, ruleWords } from '../common/rule-words.ts'
import type { KeptRule } from './rule-store.ts'
import type { Surroundings } from './surroundings.ts'

type Around = Pick<Surroundings, 'gridName' | 'classes' | 'staff'>

/** A grid that is gone keeps its path as its name. */
export function namesOf({ gridName, classes }: Pick<Around, 'gridName' | 'classes'>, terms: RuleTerms) {
  const { gridPath, classKind, classStart } = terms
  const found = classes().find(({ kind, start }) => kind === classKind && start === classStart)
  return {
    gridName: gridPath === null ? null : (gridName(gridPath) ?? gridPath),
    className: found?.name ?? (classStart === '' ? null : { 'zh-CN': classStart, en: classStart }),
  }
}

export function wordsOf(around: Pick<Around, 'gridName' | 'classes'>, terms: RuleTerms) {
  const names = namesOf(around, terms)
  return bothWords(locale => ruleWords(terms, names, locale))
}

/** Rules as they leave the building, with the names of places, classes and units. */
export async function presentRules(around: Around, db: ReadHandle, rules: readonly KeptRule[]): Promise<RuleShape[]> {
  const units = await around.staff.units(
    db,
    rules.map(rule => rule.unitId),
  )
  return rules.map(({ writtenBy: _, weekdays, ...rule }) => ({
    ...rule,
    weekdays: [...weekdays],
    ...namesOf(around, { ...rule, weekdays }),
    words: wordsOf(around, { ...rule, weekdays }),
    unitName: units.get(rule.unitId) ?? null,
  }))
}
