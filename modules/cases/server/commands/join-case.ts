import { command } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import * as contract from '../../common/contract.ts'
import { decideJoin, placedAt } from '../../common/decide.ts'
import { type CasesWork, type Steps, subjectOf } from '../step.ts'

export const joinCase = (steps: Steps) =>
  command(contract.joinCase, {
    subject: subjectOf,
    run: (work: CasesWork, input) =>
      steps.take(work, input, async (caseFile, by, cases) => {
        // Held, or two cases joined into each other at the same moment would make a circle. Then they wait for each other,
        // the database ends one of them, and that one is run again and finds the other done.
        const target = await cases.take(input.into)
        const event = decideJoin(caseFile, by, target)
        if (!isRefusal(event) && target) {
          work.tell({ subject: subjectOf({ caseId: target.id }), permission: 'cases.read', placed: placedAt(target) })
        }
        return event
      }),
  })
