import { command } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import * as contract from '../../common/contract.ts'
import { decideClose } from '../../common/decide.ts'
import { refuse } from '../../common/refusals.ts'
import { optionalText } from '../../common/texts.ts'
import { type CasesWork, type Steps, subjectOf } from '../step.ts'

export const closeCase = (steps: Steps) =>
  command(contract.closeCase, {
    subject: subjectOf,
    async run(work: CasesWork, input) {
      const note = optionalText('note', input.note)
      if (isRefusal(note)) return note
      return steps.take(work, input, async (caseFile, by, cases) => {
        const event = decideClose(caseFile, by, note)
        if (isRefusal(event)) return event
        const numbers = await cases.openAmong(caseFile.procedure.children)
        return numbers.length > 0 ? refuse['children-open']({ numbers }) : event
      })
    },
  })
