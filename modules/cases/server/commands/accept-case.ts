import { command } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { decideAccept } from '../../common/decide.ts'
import { type CasesWork, subjectOf, takeStep } from '../step.ts'

export const acceptCase = command(contract.acceptCase, {
  subject: subjectOf,
  run: (work: CasesWork, input) => takeStep(work, input, decideAccept),
})
