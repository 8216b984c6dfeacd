import { command } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import * as contract from '../../common/contract.ts'
import { decideRefuse } from '../../common/decide.ts'
import { requiredText } from '../../common/texts.ts'
import { type CasesWork, type Steps, subjectOf } from '../step.ts'

export const refuseCase = (steps: Steps) =>
  command(contract.refuseCase, {
    subject: subjectOf,
    async run(work: CasesWork, input) {
      const reason = requiredText('reason', input.reason)
      if (isRefusal(reason)) return reason
      return steps.take(work, input, (caseFile, by) => decideRefuse(caseFile, by, reason))
    },
  })
