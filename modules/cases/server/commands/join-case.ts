import { command } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import * as contract from '../../common/contract.ts'
import { decideJoin, placedAt } from '../../common/decide.ts'
import { type CasesWork, subjectOf, takeStep } from '../step.ts'

export const joinCase = command(contract.joinCase, {
  subject: subjectOf,
  run: (work: CasesWork, input) =>
    takeStep(work, input, async (caseFile, by, cases) => {
      // Looked at without a lock: that it was closed meanwhile does no harm, and two joins at once cannot deadlock.
      const target = await cases.find(input.into)
      const event = decideJoin(caseFile, by, target)
      if (!isRefusal(event) && target) {
        work.tell({ subject: subjectOf({ caseId: target.id }), permission: 'cases.read', placed: placedAt(target) })
      }
      return event
    }),
})
