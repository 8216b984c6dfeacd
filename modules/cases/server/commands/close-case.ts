import { command } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import * as contract from '../../common/contract.ts'
import { decideClose } from '../../common/decide.ts'
import { optionalText } from '../../common/texts.ts'
import { type CasesWork, subjectOf, takeStep } from '../step.ts'

export const closeCase = command(contract.closeCase, {
  subject: subjectOf,
  async run(work: CasesWork, input) {
    const note = optionalText('note', input.note)
    if (isRefusal(note)) return note
    return takeStep(work, input, (caseFile, by) => decideClose(caseFile, by, note))
  },
})
