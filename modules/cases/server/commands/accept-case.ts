import { command } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { decideAccept } from '../../common/decide.ts'
import { type CasesWork, type Steps, subjectOf } from '../step.ts'

export const acceptCase = (steps: Steps) =>
  command(contract.acceptCase, {
    subject: subjectOf,
    run: (work: CasesWork, input) => steps.take(work, input, decideAccept),
  })
