import { command } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import * as contract from '../../common/contract.ts'
import { decideDispatch } from '../../common/decide.ts'
import { refuse } from '../../common/refusals.ts'
import { optionalText } from '../../common/texts.ts'
import { type CasesWork, subjectOf, takeStep } from '../step.ts'
import type { StaffDirectory } from '../surroundings.ts'

export const dispatchCase = (staff: StaffDirectory) =>
  command(contract.dispatchCase, {
    subject: subjectOf,
    async run(work: CasesWork, input) {
      const note = optionalText('note', input.note)
      if (isRefusal(note)) return note
      const { unitId } = input
      return takeStep(work, input, async (caseFile, by) => {
        const event = decideDispatch(caseFile, by, { unitId, note })
        if (isRefusal(event)) return event
        // A unit in which nobody may handle would be a place where cases are never seen again.
        const units = await staff.unitsHolding(work.tx, 'cases.handle')
        return units.some(unit => unit.unitId === unitId) ? event : refuse['unknown-unit']()
      })
    },
  })
