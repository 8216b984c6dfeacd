import type { Kysely } from 'kysely'
import { query } from '#platform/commands/server/command.ts'
import type { CaseFile } from '../../common/case-file.ts'
import type { ClassBook, ClassKind } from '#modules/catalogue/common/index.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { suggestForCase } from '../../common/contract-suggest.ts'
import { refuse } from '../../common/refusals.ts'
import { type Learned, likelyClasses, likelyConditions, likelyUnits } from '../../common/suggest.ts'
import { CaseReader } from '../case-store.ts'
import { type ClosedCases, wordsOf } from '../closed-cases.ts'
import type { CaseRouting, Surroundings } from '../surroundings.ts'
import type { CasesTables } from '../tables.ts'

/** Shown with its reason, and never done by itself. */
export const suggestQuery = (
  { staff, routing, conditions }: Pick<Surroundings, 'staff' | 'routing' | 'conditions'>,
  closed: ClosedCases,
) =>
  query<CasesTables, typeof suggestForCase>(suggestForCase, {
    async run({ read, actor, now }, { caseId, classKind, classCode }) {
      const caseFile = await new CaseReader(read, actor).find(caseId)
      if (!caseFile) return refuse['not-found']()
      const { learned, conditions: taught } = await closed.learned(read, now)
      const classKey = `${classKind ?? caseFile.classKind} ${classCode ?? caseFile.classCode}`
      const units = unitsFor(learned, caseFile)
      // Only those that may handle today: a unit of last year may be gone.
      const rule = await ruleFor(routing, read, caseFile, now)
      const handling = units.length === 0 && !rule ? [] : await staff.unitsHolding(read, 'cases.handle')
      const named = handling.find(({ unitId }) => unitId === rule?.unitId)
      return {
        rule: rule && named ? { ...rule, unitName: named.name } : null,
        learnedFrom: learned.cases,
        classes: classesFor(learned, caseFile, conditions.classes(now)),
        conditions: likelyConditions(taught.get(classKey), wordsOf(caseFile))
          // Only conditions that can be filed under today.
          .filter(({ conditionId }) => conditions.find(conditionId, now) !== null)
          .map(one => ({ ...one, because: [...one.because] })),
        units: units.flatMap(({ unitId, times, of, gridPath }) => {
          const unit = handling.find(one => one.unitId === unitId)
          if (!unit) return []
          const depth = gridPath === null ? 0 : gridPath.split('.').length
          return [{ unitId, unitName: unit.name, times, of, gridName: caseFile.place.gridNames[depth - 1] ?? null }]
        }),
      }
    },
  })

async function ruleFor(
  routing: CaseRouting,
  read: Kysely<CasesTables>,
  { classKind, classCode, place }: CaseFile,
  at: Instant,
) {
  if (classKind === null || classCode === null) return null
  const found = await routing.ruleFor(read, { gridPath: place.gridPath, classKind, classCode, at })
  return found && { unitId: found.unitId, words: found.words, reason: found.reason }
}

/** Only classes that can be filed under today. */
function classesFor(learned: Learned, caseFile: CaseFile, classes: ClassBook) {
  return likelyClasses(learned, wordsOf(caseFile)).flatMap(({ classKey, share, because }) => {
    const [kind, code = ''] = classKey.split(' ')
    const classKind = kind as ClassKind
    const className = classes.find(classKind, code) && classes.label(classKind, code)
    return className ? [{ classKind, classCode: code, className, share, because: [...because] }] : []
  })
}

function unitsFor(learned: Learned, { classKind, classCode, place }: CaseFile) {
  if (classKind === null || classCode === null) return []
  return likelyUnits(learned, `${classKind} ${classCode}`, place.noGrid ? '' : place.gridPath)
}
