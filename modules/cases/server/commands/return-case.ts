import { command } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import * as contract from '../../common/contract.ts'
import { decideReturn } from '../../common/decide.ts'
import { requiredText } from '../../common/texts.ts'
import { type CasesWork, type Steps, subjectOf } from '../step.ts'
import { tellShift } from '../tell-shift.ts'
import type { WhoIsThere } from '../who-is-on-duty.ts'

export const returnCase = (steps: Steps, around: WhoIsThere) =>
  command(contract.returnCase, {
    subject: subjectOf,
    async run(work: CasesWork, input) {
      const reason = requiredText('reason', input.reason)
      if (isRefusal(reason)) return reason
      return steps.take(work, input, async (caseFile, by) => {
        const event = decideReturn(caseFile, by, reason)
        if (isRefusal(event)) return event
        await tellShift(work, around, caseFile, { permission: 'cases.dispatch', kind: 'returned-to-shift' })
        return event
      })
    },
  })
