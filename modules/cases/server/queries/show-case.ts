import { query, type Reading } from '#platform/commands/server/command.ts'
import { type CaseFile, isEnded } from '../../common/case-file.ts'
import { showCase } from '../../common/contract-queries.ts'
import { refuse } from '../../common/refusals.ts'
import { CaseClock } from '../case-clock.ts'
import { CaseSearch } from '../case-search-store.ts'
import { CaseReader } from '../case-store.ts'
import { namesIn } from '../names.ts'
import { priorityOf } from '../priority-store.ts'
import { presentCase } from '../present.ts'
import { ReporterReader } from '../reporter-store.ts'
import type { Surroundings } from '../surroundings.ts'
import type { CasesTables } from '../tables.ts'

type Around = Pick<Surroundings, 'staff' | 'conditions' | 'secrets' | 'clocks'>

export const showCaseQuery = (around: Around) =>
  query<CasesTables, typeof showCase>(showCase, {
    async run({ read, actor, now }, { caseId }) {
      const caseFile = await new CaseReader(read, actor).find(caseId)
      return caseFile ? pageOf(around, { read, actor, now }, caseFile) : refuse['not-found']()
    },
  })

/** The page of a case that the caller may see. */
export async function pageOf(
  around: Around,
  { read, actor, now }: Pick<Reading<CasesTables>, 'read' | 'actor' | 'now'>,
  caseFile: CaseFile,
) {
  const cases = new CaseReader(read, actor)
  const caseId = caseFile.id
  const [history, reporter, joinedHere, joinedInto, priority] = await Promise.all([
    cases.history(caseId),
    new ReporterReader(read, around.secrets).find(caseId),
    new CaseSearch(read, actor).joinedInto(caseId),
    caseFile.joinedInto ? cases.find(caseFile.joinedInto.caseId) : undefined,
    isEnded(caseFile.status) ? null : priorityOf(read, caseId),
  ])
  const names = await namesIn(around.staff, read, [caseFile], history)
  const under = caseFile.procedure.condition
  const filedUnder = under && around.conditions.version(under.id, under.version)
  const story = { history, reporter, joinedHere, joinedInto, filedUnder, priority }
  return presentCase(caseFile, story, actor, names, new CaseClock(around.clocks, now))
}
