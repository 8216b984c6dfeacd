import { command } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import type { CaseFile } from '../../common/case-file.ts'
import * as contract from '../../common/contract-procedure.ts'
import { stamp } from '../../common/deciding.ts'
import { decideSplit } from '../../common/procedure/side-steps.ts'
import { refuse } from '../../common/refusals.ts'
import { requiredText } from '../../common/texts.ts'
import { CaseWriter } from '../case-store.ts'
import { nextCaseNumber, numberedBy } from '../number-store.ts'
import { type CasesWork, type Steps, subjectOf } from '../step.ts'
import type { Surroundings } from '../surroundings.ts'

export const splitCase = ({ grids }: Pick<Surroundings, 'grids'>, steps: Steps) =>
  command(contract.splitCase, {
    subject: subjectOf,
    async run(work: CasesWork, { parts, ...input }) {
      const descriptions = parts.map(part => requiredText('description', part.description))
      const trouble = descriptions.find(text => isRefusal(text))
      if (trouble !== undefined && isRefusal<'cases/text-missing' | 'cases/text-too-long'>(trouble)) return trouble
      if (new Set(parts.map(part => part.caseId)).size < parts.length) return refuse['case-id-taken']()
      return steps.take(work, input, async (caseFile, by, cases) => {
        const trial = decideSplit(caseFile, by, [])
        if (isRefusal(trial)) return trial
        if (await cases.areTaken(parts.map(part => part.caseId))) return refuse['case-id-taken']()
        const children = []
        for (const [i, { caseId }] of parts.entries()) {
          const description = descriptions[i] as string
          children.push(await part(work, steps, grids, caseFile, { caseId, description }))
        }
        return decideSplit(caseFile, by, children)
      })
    },
  })

/** A part begins where its whole stands: taken in and filed under the same class and limit. */
async function part(
  work: CasesWork,
  steps: Steps,
  grids: Surroundings['grids'],
  whole: CaseFile,
  { caseId, description }: { readonly caseId: string; readonly description: string },
) {
  const { place, source, classKind, classCode, className, procedure } = whole
  const cases = new CaseWriter(work.tx, work.actor)
  const parent = { caseId: whole.id, number: whole.number }
  const number = await nextCaseNumber(work.tx, numberedBy(grids, place, work.now))
  const begun = steps.begin(work, {
    ...{
      caseId,
      number,
      source,
      description,
      place,
      parent,
      title: null,
      photos: [],
      madeAt: null,
      clockOffSeconds: null,
    },
  })
  const accepted = { type: 'case.accepted', ...stamp(work) } as const
  const taken = await steps.move(work, cases, begun, accepted)
  if (classKind === null || classCode === null || className === null) throw new Error('a filed case has a class')
  const under = {
    ...(procedure.condition && { condition: procedure.condition }),
    ...(procedure.limit && { limit: procedure.limit }),
  }
  const of = { classKind, classCode, className, title: null, ...under }
  const filed = { type: 'case.filed', ...stamp(work), ...of } as const
  await steps.move(work, cases, taken, filed)
  return { caseId, number: begun.number }
}
